package dev.inquest.verification;

import java.util.List;
import java.util.Optional;

/** The verifiers by their ids. */
public final class Verifiers {
  private static final List<Verifier> ALL =
      List.of(
          new Timing(),
          new DiffMechanism(),
          new WordMatch(),
          new FaultPlace(),
          new OutsideSigns(),
          new VersionSplit(),
          new TraceSelfTime(),
          new StatementShift(),
          new StoreTelemetry(),
          new SeqScanPlan(),
          new IndexRehearsal(),
          new Saturation(),
          new ShortageWords(),
          new TrafficSource(),
          new PlaceboWindow(),
          new ControlServices());

  private Verifiers() {}

  public static Optional<Verifier> find(String id) {
    return ALL.stream().filter(verifier -> verifier.id().equals(id)).findFirst();
  }

  /** Every id, in order. */
  public static List<String> ids() {
    return ALL.stream().map(Verifier::id).sorted().toList();
  }
}
