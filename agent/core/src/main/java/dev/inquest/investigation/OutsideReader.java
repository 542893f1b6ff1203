package dev.inquest.investigation;

import dev.inquest.analysis.Sign;
import dev.inquest.diagnosis.Onset;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.topology.Topology.NodeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Looks for signs of a cause outside of what was changed, in what fails since the onset. */
public final class OutsideReader {
  private static final Pattern HOST =
      Pattern.compile(
          "\\b(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?i).*\\.(local|internal|svc|lan|cluster|intra|corp|go|java|py|js|ts|rs|cpp|cc|rb|php|kt|scala|sql|json|yaml|yml|log|ndjson|txt|exc|md|xml|exception|error|errors)$|localhost");
  private static final Set<String> PEERS =
      Set.of("net.peer.name", "server.address", "peer.service", "http.host", "net.host.name");
  private static final Pattern STATUS =
      Pattern.compile(
          "(?i)\\b(degraded|outage|partial outage|increased (error|latenc)\\w*|elevated (error|latenc)\\w*"
              + "|service disruption|incident (opened|declared|investigating)|not responding|is down|unhealthy)\\b");
  private static final Pattern NODE =
      Pattern.compile(
          "(?i)\\b(node|kernel|hypervisor|host|rack|vm|instance) \\S* ?(not ?ready|under|lost|unreachable|reboot\\w*|evict\\w*|pressure)"
              + "|memory ?pressure|disk ?pressure|evict(ed|ing|ion)|preempt\\w*|spot (instance|interruption)|cpu[- ](steal|starv\\w*|contend\\w*)"
              + "|noisy neighbo\\w*|co-?tenant|runqueue|cfs quota|availability zone|packet loss|network partition|i/o error|volume detach\\w*|clock skew detected");
  private static final Pattern POISON =
      Pattern.compile(
          "(?i)\\b(poison|corrupt\\w*|malformed (record|row|message|payload|input)|bad (record|row|data)|dead.?letter\\w*)\\b");
  private static final Pattern BREAKS = Pattern.compile("[\\s,;()\\[\\]\"']+");
  private static final Pattern SCHEME = Pattern.compile("^\\w+://");
  private static final Pattern INFRASTRUCTURE =
      Pattern.compile("\\b(dns|resolver|cluster|node|network)\\b");
  private static final double MIN_SHARE = 0.3;

  private OutsideReader() {}

  /** The strongest of each kind, the strongest first. */
  public static List<Outside> of(Scope scope, Gathered gathered, Failures failures, Onset onset) {
    List<Outside> found = new ArrayList<>();
    List<Failure> all = failures.all();
    Set<String> own = own(gathered);
    foreign(all, own).ifPresent(found::add);
    named(all, Sign.CERTIFICATES, CauseKind.EXTERNAL, "certificates").ifPresent(found::add);
    named(all, Sign.NAME_RESOLUTION, CauseKind.INFRASTRUCTURE, "name resolution")
        .ifPresent(found::add);
    matching(all, NODE, CauseKind.INFRASTRUCTURE, "a node or the network").ifPresent(found::add);
    matching(all, POISON, CauseKind.DATA, "records that cannot be read").ifPresent(found::add);
    status(all, own).ifPresent(found::add);
    Silences.about(onset, gathered).map(OutsideReader::silence).ifPresent(found::add);
    String alerting = scope.alerting().isEmpty() ? "" : scope.alerting().iterator().next();
    Map<CauseKind, Outside> best = new TreeMap<>();
    for (Outside outside : found) {
      Outside placed = outside.where().isEmpty() ? outside.in(alerting) : outside;
      best.merge(placed.kind(), placed, (a, b) -> a.joined(b));
    }
    return best.values().stream()
        .sorted(
            Comparator.comparingDouble((Outside o) -> -o.strength()).thenComparing(Outside::kind))
        .toList();
  }

  /** Services that are measured or called here. */
  private static Set<String> own(Gathered gathered) {
    Set<String> own = new TreeSet<>();
    gathered.topology().nodes().stream()
        .filter(node -> node.kind() != NodeKind.EXTERNAL)
        .forEach(node -> own.add(node.id()));
    gathered.metrics().stream()
        .map(series -> series.id().service())
        .filter(service -> service != null)
        .forEach(own::add);
    return own;
  }

  /** Calls to a host that is none of ours fail. */
  private static Optional<Outside> foreign(List<Failure> all, Set<String> own) {
    Map<String, Integer> hosts = new HashMap<>();
    Map<String, Set<String>> services = new HashMap<>();
    int named = 0;
    for (Failure failure : all) {
      Set<String> called = hosts(failure, own);
      named += called.isEmpty() ? 0 : 1;
      for (String host : called) {
        hosts.merge(host, 1, Integer::sum);
        services.computeIfAbsent(host, k -> new TreeSet<>()).add(failure.service());
      }
    }
    double share = all.isEmpty() ? 0 : (double) named / all.size();
    return hosts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .filter(most -> most.getValue() >= MIN_SHARE * MIN_SHARE * all.size())
        .map(most -> {
          Set<String> felt = services.getOrDefault(most.getKey(), Set.of());
          double several = felt.size() > 1 || hosts.size() > 2 ? 1 : 0.7;
          return new Outside(
              CauseKind.EXTERNAL,
              felt.isEmpty() ? "" : felt.iterator().next(),
              most.getKey(),
              several * StrictMath.sqrt(share),
              "Calls to "
                  + Sentences.plain(most.getKey())
                  + ", which is not ours, fail in "
                  + Figures.three(100 * share)
                  + " % of what fails.");
        });
  }

  private static Set<String> hosts(Failure failure, Set<String> own) {
    Set<String> found = new TreeSet<>();
    for (String word : BREAKS.split(failure.text(), -1)) {
      int equals = word.indexOf('=');
      boolean peer = equals > 0 && PEERS.contains(word.substring(0, equals));
      String value = addressed(word.substring(equals + 1));
      boolean host =
          value.indexOf('.') >= 0
              && HOST.matcher(value).matches()
              && !WITHIN.matcher(value).matches();
      boolean attribute = equals > 0 && !peer;
      if ((host || peer) && !attribute && !value.isEmpty() && !isOwn(value, own)) {
        found.add(value);
      }
    }
    return found;
  }

  /** Without the scheme before a host, and without the port and path after it. */
  private static String addressed(String word) {
    String rest = SCHEME.matcher(word).replaceFirst("");
    int end = 0;
    while (end < rest.length() && rest.charAt(end) != ':' && rest.charAt(end) != '/') {
      end++;
    }
    return rest.substring(0, end);
  }

  private static boolean isOwn(String host, Set<String> own) {
    return own.contains(host)
        || own.contains(host.split("\\.", 2)[0])
        || WITHIN.matcher(host).matches();
  }

  private static Optional<Outside> named(
      List<Failure> all, Sign sign, CauseKind kind, String what) {
    List<Failure> those = all.stream().filter(f -> f.speaksOf(sign)).toList();
    return share(all, those, kind, what, 1);
  }

  private static Optional<Outside> matching(
      List<Failure> all, Pattern pattern, CauseKind kind, String what) {
    // what fails often says the same
    Map<String, Boolean> known = new HashMap<>();
    List<Failure> those =
        all.stream()
            .filter(f -> known.computeIfAbsent(f.text(), text -> pattern.matcher(text).find()))
            .toList();
    return share(all, those, kind, what, 0.9);
  }

  private static Optional<Outside> share(
      List<Failure> all, List<Failure> those, CauseKind kind, String what, double worth) {
    double share = all.isEmpty() ? 0 : (double) those.size() / all.size();
    if (share < MIN_SHARE / 2) {
      return Optional.empty();
    }
    String sample = Sentences.plain(those.getFirst().template());
    return Optional.of(
        new Outside(
            kind,
            those.getFirst().service(),
            what,
            worth * StrictMath.sqrt(share),
            Figures.three(100 * share)
                + " % of what fails speaks of "
                + what
                + ": «"
                + sample
                + "»."));
  }

  /** Those that serve different things go together where what they run on goes. */
  private static Outside silence(Silence silence) {
    return new Outside(
        CauseKind.INFRASTRUCTURE,
        silence.services().iterator().next(),
        "what " + silence.instances().size() + " instances run on",
        silence.strength(),
        silence.sentence());
  }

  /** Somebody who serves no request of ours tells of trouble. */
  private static Optional<Outside> status(List<Failure> all, Set<String> own) {
    List<Failure> told =
        all.stream()
            .filter(failure -> !own.contains(failure.service()))
            .filter(failure ->
                STATUS.matcher(failure.text()).find() || NODE.matcher(failure.text()).find())
            .toList();
    if (told.isEmpty()) {
      return Optional.empty();
    }
    Failure first = told.getFirst();
    boolean infrastructure =
        told.stream()
            .anyMatch(f ->
                NODE.matcher(f.text()).find()
                    || f.speaksOf(Sign.NAME_RESOLUTION)
                    || INFRASTRUCTURE.matcher(f.text().toLowerCase(Locale.ROOT)).find());
    return Optional.of(
        new Outside(
            infrastructure ? CauseKind.INFRASTRUCTURE : CauseKind.EXTERNAL,
            "",
            Sentences.plain(first.service()),
            0.7,
            Sentences.plain(first.service())
                + " tells of trouble: «"
                + Sentences.plain(first.template())
                + "»."));
  }
}
