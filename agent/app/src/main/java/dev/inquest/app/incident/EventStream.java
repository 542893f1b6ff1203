package dev.inquest.app.incident;

import dev.inquest.app.storage.Timeline;
import dev.inquest.playbooks.casefile.CoreJson;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * {@code GET /api/v1/incidents/{id}/events} as server-sent events: each row of the timeline once,
 * its id the event's. A reader says from where: with {@code after} at first, with {@code
 * Last-Event-ID} when it comes back. {@code GET /stream} tells the list that any incident moved.
 */
@RestController
class EventStream {
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MAX_STREAMS = 500;
  private static final int MAX_ROWS = 500;
  private final Timeline timeline;
  private final AtomicInteger streams = new AtomicInteger();
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(1, Thread.ofPlatform().daemon().name("sse-", 0).factory());

  EventStream(Timeline timeline) {
    this.timeline = timeline;
  }

  /** One event: its id, and JSON. */
  private record Sent(long id, String json) {}

  @GetMapping(path = "/api/v1/incidents/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> follow(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") long after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
    return stream(
        last == null ? after : last,
        from ->
            timeline.after(id, from, MAX_ROWS).stream()
                .map(entry -> new Sent(entry.id(), CoreJson.write(entry)))
                .toList());
  }

  @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> followAll(
      @RequestParam(defaultValue = "0") long after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
    return stream(last == null ? after : last, this::moved);
  }

  private List<Sent> moved(long from) {
    long newest = timeline.newest();
    return newest > from ? List.of(new Sent(newest, "{}")) : List.of();
  }

  private ResponseEntity<SseEmitter> stream(long after, LongFunction<List<Sent>> read) {
    if (streams.incrementAndGet() > MAX_STREAMS) {
      streams.decrementAndGet();
      return ResponseEntity.status(503).build();
    }
    SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    AtomicLong sent = new AtomicLong(after);
    ScheduledFuture<?> tail =
        clock.scheduleWithFixedDelay(() -> tail(read, sent, emitter), 0, 1, TimeUnit.SECONDS);
    emitter.onCompletion(() -> {
      tail.cancel(false);
      streams.decrementAndGet();
    });
    emitter.onTimeout(emitter::complete);
    return ResponseEntity.ok().header("X-Accel-Buffering", "no").body(emitter);
  }

  private static void tail(LongFunction<List<Sent>> read, AtomicLong sent, SseEmitter emitter) {
    try {
      for (Sent event : read.apply(sent.get())) {
        emitter.send(
            SseEmitter.event()
                .id(Long.toString(event.id()))
                .data(event.json(), MediaType.APPLICATION_JSON));
        sent.set(event.id());
      }
    } catch (DataAccessException e) {
      LOG.warn("the timeline cannot be read: {}", e.getClass().getSimpleName());
    } catch (IOException | IllegalStateException e) {
      LOG.debug("a reader went away", e);
      emitter.complete();
    }
  }
}
