package dev.inquest.playbooks.simulation;

import dev.inquest.evidence.LogRecord;
import dev.inquest.playbooks.casefile.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is logged: the daily chatter, what tells of the fault, what callers say of callees. */
final class LogBook {
  private static final int MOST_OF_A_LINE = 60;
  private static final int MOST_CHATTER = 250;
  private static final int MOST_PASSED_ON = 25;
  private static final List<String> CHATTER =
      List.of(
          "request served",
          "configuration refreshed",
          "health check passed",
          "connection kept alive",
          "scheduled clean-up finished");
  private static final List<String> GRUMBLES =
      List.of(
          "slow consumer detected, continuing",
          "retrying after a connection reset",
          "deprecated header received",
          "could not refresh feature list, using the last one");

  private final Dice dice;
  private final Incident incident;
  private final List<LogRecord> records = new ArrayList<>();

  private LogBook(Dice dice, Incident incident) {
    this.dice = dice;
    this.incident = incident;
  }

  /** In order of time; no two at the same one. */
  static List<LogRecord> write(Dice dice, Incident incident) {
    LogBook book = new LogBook(dice, incident);
    book.chatter();
    incident.plan().lines().forEach(book::tell);
    book.passOn();
    return book.ordered();
  }

  private void chatter() {
    List<Part> services = incident.world().services();
    int each = Math.max(4, Math.min(24, MOST_CHATTER / services.size()));
    for (Part part : services) {
      String grumble = dice.pick(GRUMBLES);
      for (int i = 0; i < each; i++) {
        boolean warns = dice.chance(0.15);
        String text = warns ? grumble : dice.pick(CHATTER);
        add(part, dice.below(incident.end()), warns ? 13 : 9, text, Map.of());
      }
    }
  }

  private void tell(Line line) {
    Part part = part(line.service());
    double minutes = incident.time().stepSeconds() / 60.0;
    int told = 0;
    for (int t = incident.time().onset(); t < incident.end() && told < MOST_OF_A_LINE; t++) {
      double expected = line.perMinute() * minutes * Math.min(1, 0.15 + incident.ramp(t));
      int count = (int) expected + (dice.chance(expected - (int) expected) ? 1 : 0);
      for (int i = 0; i < Math.min(count, 12); i++) {
        told++;
        if (part == null) {
          records.add(
              record(
                  line.service(), null, null, t, line.severity(), line.text(), line.attributes()));
        } else {
          add(part, t, line.severity(), line.text(), line.attributes());
        }
      }
    }
  }

  private @Nullable Part part(String service) {
    return incident.world().parts().stream()
        .filter(p -> p.name().equals(service))
        .findFirst()
        .orElse(null);
  }

  /** Callers tell that calls fail or take too long, as often as they do. */
  private void passOn() {
    for (Call call : incident.world().calls()) {
      Part caller = incident.world().part(call.from());
      Part callee = incident.world().part(call.to());
      int told = 0;
      for (int t = 0; t < incident.end() && caller.service() && told < MOST_PASSED_ON; t++) {
        double rate = incident.history().callRate[t][call.index()];
        double late = incident.history().timeouts[t][call.index()];
        double bad = incident.history().callErrors[t][call.index()];
        double expected = Math.min(2, rate * (bad - 0.002) * incident.time().stepSeconds() * 0.01);
        if (expected > 0 && dice.chance(Math.min(1, expected))) {
          told++;
          boolean slow = dice.chance(late / Math.max(1e-9, bad));
          String text =
              slow
                  ? "call to " + callee.name() + " timed out"
                  : "call to " + callee.name() + " failed: 5xx or connection error";
          add(caller, t, 13, text, Map.of());
        }
      }
    }
  }

  private void add(Part part, int step, int severity, String text, Map<String, String> attributes) {
    Replica replica = dice.pick(part.replicas());
    boolean struck = incident.plan().guilt() != null && part.equals(incident.plan().origin());
    if (struck && severity >= 13 && step >= incident.time().onset()) {
      replica = on(part, step, replica);
    }
    if (incident.silent(replica, step) && incident.plan().verdict() != Answer.Verdict.HEALTHY) {
      return;
    }
    String version =
        incident.house().versions()
            ? incident.timeline().version(replica, incident.time().at(step))
            : null;
    String instance = part.service() ? replica.name() : null;
    records.add(record(part.name(), instance, version, step, severity, text, attributes));
  }

  /** A replica that runs what is guilty, where there is one. */
  private Replica on(Part part, int step, Replica otherwise) {
    Instant at = incident.time().at(step);
    List<Replica> on = part.replicas().stream().filter(r -> incident.timeline().on(r, at)).toList();
    return on.isEmpty() ? otherwise : dice.pick(on);
  }

  private LogRecord record(
      String service,
      @Nullable String instance,
      @Nullable String version,
      int step,
      int severity,
      String text,
      Map<String, String> attributes) {
    long millis = (long) (dice.unit() * incident.time().stepSeconds() * 1000);
    return new LogRecord(
        incident.time().at(step).plusMillis(millis),
        service,
        instance,
        version,
        severity,
        text,
        null,
        null,
        attributes);
  }

  private List<LogRecord> ordered() {
    records.sort(Comparator.comparing(LogRecord::at));
    List<LogRecord> apart = new ArrayList<>();
    Instant last = Instant.MIN;
    for (LogRecord one : records) {
      Instant at = one.at().isAfter(last) ? one.at() : last.plusNanos(1_000);
      apart.add(
          new LogRecord(
              at,
              one.service(),
              one.instance(),
              one.version(),
              one.severity(),
              one.body(),
              null,
              null,
              one.attributes()));
      last = at;
    }
    return apart;
  }
}
