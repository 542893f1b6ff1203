/** The Helm chart, linted and rendered with Helm itself. */
@NullMarked
package dev.inquest.lab.chart;

import org.jspecify.annotations.NullMarked;
