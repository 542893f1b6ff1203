package dev.inquest.app.incident;

import dev.inquest.incident.HumanLabel;
import dev.inquest.incident.IncidentState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An incident as the API shows it.
 *
 * @param diagnosis the newest revision, in the case format's fields; null while the first is under
 *     way
 * @param mttr lengths of the phases in seconds; null while open
 */
public record IncidentItem(
    String id,
    IncidentState state,
    @Nullable String service,
    String title,
    List<AlertItem> alerts,
    Instant opened,
    Instant started,
    @Nullable Instant resolved,
    @Nullable JsonNode diagnosis,
    int revision,
    List<ProposalItem> proposals,
    @Nullable HumanLabel label,
    @Nullable JsonNode mttr) {}
