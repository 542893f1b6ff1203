package dev.inquest.playbooks.replay;

import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.investigation.Sources;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.topology.Mode;
import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import dev.inquest.topology.Topology;
import dev.inquest.topology.Topology.NodeKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A frozen case behind the ports that live systems are read through. */
final class CaseSources {
  /** What every source of a case is called. */
  static final String NAME = "case";

  private CaseSources() {}

  /** A part that is empty has no source, so that the engine says what was missing. */
  static Sources of(CaseFile file) {
    return new Sources(
        file.metrics().isEmpty() ? List.of() : List.of(new CaseMetrics(file.metrics())),
        file.traces().isEmpty()
            ? List.of()
            : List.of(new CaseTraces(file.traces(), file.traceWarnings())),
        file.logs().isEmpty() ? List.of() : List.of(new CaseLogs(file.logs(), file.logWarnings())),
        file.changes().isEmpty() ? List.of() : List.of(new CaseChanges(file.changes())),
        file.probes().isEmpty()
            ? List.of()
            : List.of(new CaseProbes(file.probes(), file.info().to())),
        List.of());
  }

  /** Which service uses which database, as far as the topology's edges say. */
  static ServiceMap services(CaseFile file) {
    Topology topology = file.topology();
    Set<String> targets =
        file.probes().stream()
            .map(ProbeAnswer::query)
            .map(query -> query.target())
            .collect(Collectors.toCollection(TreeSet::new));
    return new ServiceMap(
        topology.nodes().stream()
            .filter(node -> node.kind() == NodeKind.SERVICE)
            .map(node -> entry(node.id(), topology, targets))
            .filter(entry -> !entry.databases().isEmpty())
            .toList());
  }

  private static ServiceEntry entry(String service, Topology topology, Set<String> targets) {
    return new ServiceEntry(
        service,
        List.of(),
        null,
        null,
        "main",
        List.of(),
        null,
        topology.calleesOf(service).stream().filter(targets::contains).toList(),
        List.of(),
        null,
        null,
        Mode.OBSERVE);
  }
}
