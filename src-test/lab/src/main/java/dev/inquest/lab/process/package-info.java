/** Child processes, stopped by their ids whatever happens. */
@NullMarked
package dev.inquest.lab.process;

import org.jspecify.annotations.NullMarked;
