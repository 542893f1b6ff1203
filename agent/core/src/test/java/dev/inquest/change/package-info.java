/** Readings of diffs, statements and releases. */
@NullMarked
package dev.inquest.change;

import org.jspecify.annotations.NullMarked;
