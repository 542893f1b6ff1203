/** The arrows between the modules, as rules that fail the build. */
@NullMarked
package dev.inquest.lab.architecture;

import org.jspecify.annotations.NullMarked;
