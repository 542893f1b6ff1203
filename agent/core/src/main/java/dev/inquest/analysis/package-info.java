/** Statistics: change points, robust effect sizes, two-sample tests, sampling. */
@NullMarked
package dev.inquest.analysis;

import org.jspecify.annotations.NullMarked;
