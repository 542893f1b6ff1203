/** Statistics checked against hand-made series and published values. */
@NullMarked
package dev.inquest.analysis;

import org.jspecify.annotations.NullMarked;
