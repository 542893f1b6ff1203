/** Commands that work on this machine, without a running Inquest. */
@NullMarked
package dev.inquest.app.cli.local;

import org.jspecify.annotations.NullMarked;
