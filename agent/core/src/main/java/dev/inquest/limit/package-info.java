/** Budgets: everything has a limit. */
@NullMarked
package dev.inquest.limit;

import org.jspecify.annotations.NullMarked;
