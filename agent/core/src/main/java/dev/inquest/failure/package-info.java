/** Errors with a code, the thing they concern and whether a retry can help. */
@NullMarked
package dev.inquest.failure;

import org.jspecify.annotations.NullMarked;
