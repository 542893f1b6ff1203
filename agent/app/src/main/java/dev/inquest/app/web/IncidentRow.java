package dev.inquest.app.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of incidents.
 *
 * @param verdict of the newest diagnosis; null while the first is under way
 * @param totalSeconds from onset to recovery; null where not known
 */
public record IncidentRow(
    String id,
    String state,
    @Nullable String service,
    String title,
    Instant opened,
    @Nullable String verdict,
    @Nullable String sentence,
    @Nullable String proposal,
    @Nullable Double totalSeconds) {}
