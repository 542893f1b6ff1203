/** Prometheus, and what else speaks its HTTP API: metrics, computed where the data is. */
@NullMarked
package dev.inquest.connectors.prometheus;

import org.jspecify.annotations.NullMarked;
