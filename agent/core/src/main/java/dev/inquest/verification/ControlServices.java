package dev.inquest.verification;

import dev.inquest.analysis.Symptom;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Matching;
import dev.inquest.investigation.Sentences;
import dev.inquest.investigation.Shift;
import dev.inquest.topology.Reach;
import dev.inquest.topology.Topology;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Services that the accused change does not reach must not have become worse at the same time. Who
 * calls the accused, is called by it, or shares something with it, is no control.
 */
final class ControlServices implements Verifier {
  private static final double MANY = 0.5;

  @Override
  public String id() {
    return "control-services";
  }

  @Override
  public Finding verify(Inquiry inquiry, Hypothesis hypothesis) {
    String accused = hypothesis.service();
    if (accused == null) {
      return Finding.untestable("no service is accused");
    }
    Set<String> controls = controls(inquiry, accused);
    if (controls.isEmpty()) {
      return Finding.untestable("no service is out of its reach and measured");
    }
    Set<Symptom> watched = inquiry.symptoms();
    List<Shift> shifted =
        inquiry.detection().shifts().stream()
            .filter(s -> watched.contains(Symptom.of(s.series())) && Matching.worse(s))
            .filter(s -> isIn(controls, Matching.name(inquiry.services(), s.series().service())))
            .filter(s -> overlaps(inquiry, s))
            .toList();
    Set<String> ill =
        shifted.stream()
            .map(s -> Matching.name(inquiry.services(), s.series().service()))
            .filter(name -> name != null)
            .collect(Collectors.toCollection(TreeSet::new));
    return judge(inquiry, controls, ill, shifted);
  }

  private static Finding judge(
      Inquiry inquiry, Set<String> controls, Set<String> ill, List<Shift> shifted) {
    if (ill.size() > MANY * controls.size()) {
      return Finding.refuted(
          "Services it does not reach became worse at the same time: " + names(ill) + ".",
          shifted.stream().limit(3).map(Shift::evidence).toList());
    }
    int well = controls.size() - ill.size();
    return Finding.supported(
        well + " of " + controls.size() + " services it does not reach stayed as they were.",
        (double) well / controls.size(),
        inquiry.cited(dev.inquest.evidence.EvidenceKind.METRICS));
  }

  private static Set<String> controls(Inquiry inquiry, String accused) {
    Topology topology = inquiry.topology();
    Set<String> below = Reach.down(topology, Set.of(accused));
    Set<String> touched = new TreeSet<>(Reach.up(topology, below));
    touched.addAll(inquiry.scope().alerting());
    Set<Symptom> watched = inquiry.symptoms();
    Set<String> controls = new TreeSet<>();
    for (MetricSeries series : inquiry.gathered().metrics()) {
      String service = Matching.name(inquiry.services(), series.id().service());
      if (service != null
          && !touched.contains(service)
          && watched.contains(Symptom.of(series.id()))) {
        controls.add(service);
      }
    }
    return controls;
  }

  private static boolean overlaps(Inquiry inquiry, Shift shift) {
    return !shift.onset().from().isAfter(inquiry.onset().to())
        && !inquiry.onset().from().isAfter(shift.onset().to());
  }

  private static boolean isIn(Set<String> set, @org.jspecify.annotations.Nullable String value) {
    return value != null && set.contains(value);
  }

  private static String names(Set<String> services) {
    return services.stream().map(Sentences::plain).collect(Collectors.joining(", "));
  }
}
