package dev.inquest.playbooks.simulation;

import dev.inquest.topology.Topology.NodeKind;
import java.util.ArrayList;
import java.util.List;

/** Gives every part as many workers, cores and connections as its usual load needs, and some. */
final class WorldSizing {
  /** The share of a service's own work that is computing. */
  static final double COMPUTING = 0.7;

  private final Dice dice;
  private final List<Draft> drafts;
  private final List<Part> parts = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<Replica> replicas = new ArrayList<>();
  private final List<String> hosts = new ArrayList<>();

  WorldSizing(Dice dice, List<Draft> drafts) {
    this.dice = dice;
    this.drafts = drafts;
  }

  World world() {
    for (int i = 0; i < drafts.size(); i++) {
      drafts.get(i).index = i;
    }
    rates();
    holds();
    int copies = drafts.stream().mapToInt(d -> d.replicas).sum();
    for (int i = 0; i < Math.max(3, copies / 4); i++) {
      hosts.add("node-" + (char) ('a' + i / 10) + i % 10);
    }
    drafts.forEach(draft -> parts.add(part(draft)));
    return new World(parts, calls, replicas, hosts);
  }

  private void rates() {
    for (Draft draft : drafts) {
      draft.rate += draft.arrivals;
      for (Draft.Link link : draft.calls) {
        double rate = draft.rate * link.perRequest() * (1 - link.hit());
        link.callee().rate += rate;
        link.callee().meanCost += rate * link.cost();
      }
    }
    drafts.forEach(d -> d.meanCost = d.meanCost > 0 ? d.meanCost / d.rate : 1);
  }

  private void holds() {
    for (Draft draft : drafts.reversed()) {
      draft.hold = draft.self * draft.meanCost;
      for (Draft.Link link : draft.calls) {
        draft.hold += waited(draft, link);
      }
    }
  }

  private static double waited(Draft draft, Draft.Link link) {
    boolean queue = draft.kind == NodeKind.QUEUE;
    return queue ? 0 : link.perRequest() * (1 - link.hit()) * latency(link);
  }

  private static double latency(Draft.Link link) {
    Draft callee = link.callee();
    return callee.hold + callee.self * (link.cost() - callee.meanCost);
  }

  private Part part(Draft draft) {
    double each = draft.rate / draft.replicas;
    boolean outside = draft.kind == NodeKind.EXTERNAL;
    double room = outside ? 0.02 : dice.between(0.05, 0.3);
    double own = draft.self * draft.meanCost * (draft.kind == NodeKind.SERVICE ? COMPUTING : 1);
    int workers = (int) Math.max(4, Math.ceil(each * draft.hold / room));
    double cores = Math.max(outside ? 64 : 0.5, each * own / dice.between(0.15, 0.45));
    return new Part(
        draft.index,
        draft.name,
        draft.kind,
        draft.ours,
        draft.language,
        draft.self,
        workers,
        cores,
        pool(draft, each),
        draft.arrivals,
        draft.rate,
        draft.hold,
        copies(draft),
        calls(draft));
  }

  private int pool(Draft draft, double each) {
    double busy = 0;
    boolean any = false;
    for (Draft.Link link : draft.calls) {
      if (link.callee().kind == NodeKind.DATABASE) {
        busy += each * waited(draft, link);
        any = true;
      }
    }
    return any ? (int) Math.max(5, Math.ceil(busy / dice.between(0.1, 0.35))) : 0;
  }

  private List<Replica> copies(Draft draft) {
    List<Replica> own = new ArrayList<>();
    boolean service = draft.kind == NodeKind.SERVICE;
    for (int i = 0; i < draft.replicas; i++) {
      int host = draft.kind == NodeKind.EXTERNAL ? 0 : dice.below(hosts.size());
      Replica replica =
          new Replica(
              replicas.size(),
              draft.index,
              service ? draft.name + "-" + dice.hex(5) : draft.name,
              hosts.get(host),
              Words.ZONES.get(host % Words.ZONES.size()));
      own.add(replica);
      replicas.add(replica);
    }
    return own;
  }

  private List<Call> calls(Draft draft) {
    List<Call> own = new ArrayList<>();
    for (Draft.Link link : draft.calls) {
      double patience = latency(link) * dice.between(8.0, 20.0);
      boolean store = link.callee().kind != NodeKind.SERVICE;
      Call call =
          new Call(
              calls.size(),
              draft.index,
              link.callee().index,
              link.operation(),
              link.perRequest(),
              link.cost(),
              link.hit(),
              Math.max(0.25, Math.ceil(patience * 4) / 4),
              store ? 1 : dice.between(1, 2),
              link.critical(),
              link.statement());
      own.add(call);
      calls.add(call);
    }
    return own;
  }
}
