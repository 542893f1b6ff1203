package dev.inquest.investigation;

import dev.inquest.analysis.Materiality;
import dev.inquest.analysis.Symptom;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which series speak of what the alert speaks of. */
public final class Matching {
  private final Set<String> alerting;
  private final Set<String> symptoms;
  private final Set<String> named;
  private final boolean anyService;

  private Matching(
      Set<String> alerting, Set<String> symptoms, Set<String> named, boolean anyService) {
    this.alerting = alerting;
    this.symptoms = symptoms;
    this.named = named;
    this.anyService = anyService;
  }

  /**
   * Where no series is the alerting service's own, or no alert names a service, every series may
   * speak; where no symptom is named, every one does.
   */
  public static Matching of(Scope scope, List<MetricSeries> metrics) {
    boolean own = metrics.stream().anyMatch(s -> contains(scope.alerting(), s.id().service()));
    return new Matching(scope.alerting(), scope.symptoms(), named(scope), !own);
  }

  /** Metrics that the alerts name. */
  private static Set<String> named(Scope scope) {
    return scope.alerts().stream()
        .map(alert -> alert.labels().getOrDefault("metric", ""))
        .filter(name -> !name.isBlank())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Service and symptom, or the very metric, are the alert's, whichever way it moved. */
  public boolean covers(SeriesId id) {
    return (anyService || contains(alerting, id.service()))
        && (named.contains(id.name()) || symptom(Symptom.of(id)));
  }

  /** It is the alert's, it became worse, and by enough to matter. */
  public boolean matches(Shift shift) {
    return covers(shift.series())
        && (worse(shift) || knownByName(shift.series()))
        && Materiality.matters(shift.series(), shift.before(), shift.after());
  }

  /** What its name does not tell, the alert does: it went the wrong way, whichever that is. */
  private boolean knownByName(SeriesId id) {
    return named.contains(id.name()) && Symptom.of(id) == Symptom.OTHER;
  }

  /** Whether the shift is for the worse: traffic is either way, success falls, the rest rises. */
  public static boolean worse(Shift shift) {
    Symptom symptom = Symptom.of(shift.series());
    if (symptom == Symptom.TRAFFIC) {
      return true;
    }
    return Symptom.worseWhenLower(shift.series()) ? shift.effect() < 0 : shift.effect() > 0;
  }

  /** The name in the service map, or what telemetry calls it. */
  public static @Nullable String name(ServiceMap services, @Nullable String service) {
    return service == null ? null : services.find(service).map(ServiceEntry::name).orElse(service);
  }

  private boolean symptom(Symptom symptom) {
    if (symptom == Symptom.OTHER) {
      return false;
    }
    boolean database = symptoms.contains(Symptom.DATABASE.word()) && symptom != Symptom.TRAFFIC;
    return symptoms.isEmpty() || symptoms.contains(symptom.word()) || database;
  }

  private static boolean contains(Set<String> set, @Nullable String value) {
    return value != null && set.contains(value);
  }
}
