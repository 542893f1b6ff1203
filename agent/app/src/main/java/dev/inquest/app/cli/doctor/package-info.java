/** {@code inquest doctor}: what is configured, missing, unsafe or guessed. */
@NullMarked
package dev.inquest.app.cli.doctor;

import org.jspecify.annotations.NullMarked;
