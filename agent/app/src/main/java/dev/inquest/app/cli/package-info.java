/** The command line: what to run, what to print, which exit code. */
@NullMarked
package dev.inquest.app.cli;

import org.jspecify.annotations.NullMarked;
