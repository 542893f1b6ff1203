/** Says of one series, row by row and without looking ahead, how anomalous it is. */
@NullMarked
package dev.inquest.analysis.streaming;

import org.jspecify.annotations.NullMarked;
