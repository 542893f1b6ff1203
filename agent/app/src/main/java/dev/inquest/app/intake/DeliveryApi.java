package dev.inquest.app.intake;

import dev.inquest.app.incident.Cursor;
import dev.inquest.app.incident.PageOf;
import dev.inquest.app.storage.Deliveries;
import dev.inquest.app.storage.Deliveries.Stored;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/deliveries}: what senders delivered, and reading one of them again. */
@RestController
@RequestMapping("/api/v1/deliveries")
class DeliveryApi {
  private static final Set<String> STATES = Set.of("received", "interpreted", "ignored", "failed");
  private final Deliveries deliveries;
  private final DeliveryReplay replay;

  DeliveryApi(Deliveries deliveries, DeliveryReplay replay) {
    this.deliveries = deliveries;
    this.replay = replay;
  }

  /** Newest first, without their bytes. */
  @GetMapping
  PageOf<Stored> list(
      @RequestParam(name = "state", required = false) @Nullable String state,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
    if (state != null && !STATES.contains(state)) {
      throw new FailureException(
          Failure.permanent(
              "bad-state",
              "deliveries",
              "the state is not received, interpreted, ignored or failed"));
    }
    int max = PageOf.limit(limit);
    long before = cursor == null ? Long.MAX_VALUE : Cursor.number(cursor);
    return PageOf.of(
        deliveries.page(state, before, max + 1), max, d -> Long.toString(d.id()), d -> d);
  }

  /** Interprets the stored bytes again; what was understood before changes nothing. */
  @PostMapping("/{id}/replay")
  DeliveryReplay.Replayed replay(@PathVariable long id) {
    return replay.again(id);
  }
}
