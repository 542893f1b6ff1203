package dev.inquest.playbooks.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.topology.Topology;
import dev.inquest.topology.Topology.NodeKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldMakerTest {
  @ParameterizedTest
  @ValueSource(ints = {5, 9, 20, 60})
  void aWorldHasItsServicesAndAllKindsOfParts(int services) {
    for (int seed = 0; seed < 20; seed++) {
      World world = WorldMaker.make(new Dice(seed), services);
      assertThat(world.services()).hasSize(services);
      assertThat(world.parts().stream().map(Part::name)).doesNotHaveDuplicates();
      for (NodeKind kind :
          new NodeKind[] {NodeKind.DATABASE, NodeKind.CACHE, NodeKind.QUEUE, NodeKind.EXTERNAL}) {
        assertThat(world.parts(p -> p.is(kind))).as(kind + " of seed " + seed).isNotEmpty();
      }
      assertThat(world.parts(p -> p.service() && !p.ours())).hasSize(1);
      assertCallersStandFirst(world);
    }
  }

  private static void assertCallersStandFirst(World world) {
    for (Call call : world.calls()) {
      assertThat(call.from()).isLessThan(call.to());
      assertThat(world.part(call.from()).calls()).contains(call);
    }
    for (int i = 0; i < world.replicas().size(); i++) {
      assertThat(world.replicas().get(i).index()).isEqualTo(i);
    }
    for (Part part : world.services()) {
      assertThat(part.arrivals() > 0 || !world.callsTo(part).isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theTopologyTellsPartsInstancesHostsAndCalls(long seed) {
    World world = WorldMaker.make(new Dice(seed), 10);
    Topology topology = world.topology();
    for (Part part : world.parts()) {
      for (Call call : part.calls()) {
        assertThat(topology.calleesOf(part.name())).contains(world.part(call.to()).name());
      }
    }
    assertThat(topology.nodes().stream().filter(n -> n.kind() == NodeKind.INSTANCE))
        .hasSize(world.services().stream().mapToInt(p -> p.replicas().size()).sum());
  }
}
