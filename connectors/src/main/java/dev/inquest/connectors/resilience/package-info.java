/** What stands between Inquest and any system it asks: time, concurrency, rate and breaker. */
@NullMarked
package dev.inquest.connectors.resilience;

import org.jspecify.annotations.NullMarked;
