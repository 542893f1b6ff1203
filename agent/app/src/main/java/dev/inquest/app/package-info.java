/** The two processes and their wiring. */
@NullMarked
package dev.inquest.app;

import org.jspecify.annotations.NullMarked;
