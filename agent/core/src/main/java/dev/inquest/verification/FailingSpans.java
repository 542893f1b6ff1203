package dev.inquest.verification;

import dev.inquest.analysis.OperationComparison.Changed;
import dev.inquest.investigation.Figures;
import dev.inquest.investigation.Sentences;
import dev.inquest.topology.Reach;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where failures begin, for incidents of errors rather than of time. */
final class FailingSpans {
  private static final double MIN_RISE = 0.01;

  private FailingSpans() {}

  static Finding judge(Inquiry inquiry, String service) {
    List<Changed> failing =
        inquiry.operations().stream()
            .filter(c -> rise(c) >= MIN_RISE)
            .sorted(
                Comparator.comparingDouble((Changed c) -> -rise(c))
                    .thenComparing(Changed::service)
                    .thenComparing(Changed::operation))
            .toList();
    if (failing.isEmpty()) {
      return Finding.untestable("no operation in the sampled traces fails more often");
    }
    List<Changed> there =
        failing.stream().filter(c -> TraceSelfTime.isOf(inquiry, c, service)).toList();
    if (there.isEmpty()) {
      if (!SampledCalls.tell(inquiry, service)) {
        return SampledCalls.tooFew(service);
      }
      return Finding.refuted(
          "No operation of "
              + Sentences.plain(service)
              + " fails more often; others do, "
              + Sentences.plain(failing.getFirst().operation())
              + " of "
              + Sentences.plain(failing.getFirst().service())
              + " first.",
          inquiry.evidence(failing));
    }
    Set<String> below = new TreeSet<>(Reach.down(inquiry.gathered().topology(), Set.of(service)));
    below.remove(service);
    Optional<Changed> deeper =
        failing.stream().filter(c -> below.contains(c.service())).findFirst();
    if (deeper.isPresent()) {
      return Finding.untestable(
          Sentences.plain(deeper.get().service()) + ", which it calls, fails more often too");
    }
    Changed worst = there.getFirst();
    return Finding.supported(
        Sentences.plain(worst.operation())
            + " of "
            + Sentences.plain(service)
            + " fails in "
            + Figures.three(100 * worst.errorsAfter())
            + " % of calls, before in "
            + Figures.three(100 * worst.errorsBefore())
            + " %.",
        0.8,
        inquiry.evidence(there));
  }

  private static double rise(Changed c) {
    return c.errorsAfter() - c.errorsBefore();
  }
}
