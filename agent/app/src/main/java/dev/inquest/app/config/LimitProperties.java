package dev.inquest.app.config;

import dev.inquest.investigation.EngineLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code inquest.limits.*}: bounds of one investigation.
 *
 * @param queries of all sources together
 */
public record LimitProperties(
    @DefaultValue("3h") Duration lookBack,
    @DefaultValue("15s") Duration step,
    @DefaultValue("3m") Duration investigationTimeout,
    @DefaultValue("400") int queries,
    @DefaultValue("2000") int maxSeries,
    @DefaultValue("2000000") int maxPoints,
    @DefaultValue("40") int tracesPerStratum,
    @DefaultValue("30s") Duration traceSlice,
    @DefaultValue("20000") int maxLogRecords,
    @DefaultValue("200") int maxChanges,
    @DefaultValue("40") int maxHypotheses,
    @DefaultValue("1") long seed) {

  public EngineLimits engine() {
    return new EngineLimits(
        lookBack,
        step,
        maxSeries,
        maxPoints,
        tracesPerStratum,
        traceSlice,
        maxLogRecords,
        maxChanges,
        maxHypotheses,
        seed);
  }
}
