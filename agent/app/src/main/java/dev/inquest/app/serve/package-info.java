/** {@code inquest serve}: the database, the two processes, and their ends. */
@NullMarked
package dev.inquest.app.serve;

import org.jspecify.annotations.NullMarked;
