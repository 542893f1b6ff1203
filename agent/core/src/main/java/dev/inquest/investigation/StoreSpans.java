package dev.inquest.investigation;

import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import dev.inquest.topology.TraceTopology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What sampled traces tell of stores: which calls of them take longer. */
final class StoreSpans {
  /** It may be the wait for a connection. */
  private static final double AS_THE_CLIENT_SEES_IT = 0.3;

  private StoreSpans() {}

  /** Calls of stores, in the sampled traces, that take longer each. */
  static List<StoreSign> of(Gathered gathered, Stores stores, List<OperationShift> operations) {
    Map<String, String> called = new TreeMap<>();
    for (SampledTrace trace : gathered.traces()) {
      for (Span span : trace.spans()) {
        String store = TraceTopology.database(span);
        if (store != null) {
          called.putIfAbsent(span.service() + '\0' + span.operation(), stores.called(store));
        }
      }
    }
    List<StoreSign> found = new ArrayList<>();
    for (OperationShift shift : operations) {
      String store = called.get(shift.service() + '\0' + shift.operation());
      if (store != null
          && shift.afterP50Seconds() >= StoreSigns.SLOWED * shift.beforeP50Seconds()) {
        found.add(
            new StoreSign(
                store,
                StoreSign.Kind.STATEMENT,
                shift.service(),
                shift.operation(),
                AS_THE_CLIENT_SEES_IT,
                Sentences.plain(shift.operation())
                    + " of "
                    + Sentences.plain(shift.service())
                    + " takes "
                    + Figures.seconds(shift.afterP50Seconds())
                    + " at "
                    + Sentences.plain(store)
                    + ", before "
                    + Figures.seconds(shift.beforeP50Seconds())
                    + " (median).",
                List.of(shift.evidence())));
      }
    }
    return found;
  }
}
