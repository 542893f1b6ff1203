package dev.inquest.playbooks.simulation;

import dev.inquest.topology.Topology.NodeKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part whose size is not known yet. */
final class Draft {
  /** Who is called, by what name, how often, at what cost, from what cache, how needed. */
  record Link(
      Draft callee,
      String operation,
      double perRequest,
      double cost,
      double hit,
      boolean critical,
      Call.@Nullable Statement statement) {}

  final String name;
  final NodeKind kind;
  final double layer;
  final List<Link> calls = new ArrayList<>();
  boolean ours = true;
  String language = "";
  double self;
  double arrivals;
  int replicas = 1;
  int index;
  double rate;
  double hold;
  double meanCost;

  Draft(String name, NodeKind kind, double layer) {
    this.name = name;
    this.kind = kind;
    this.layer = layer;
  }
}
