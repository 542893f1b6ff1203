package dev.inquest.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.topology.ServiceMap;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeUnitsTest {
  private static final Instant NOON = Instant.parse("2026-07-11T12:00:00Z");

  private static Change change(
      String id, ChangeKind kind, int minute, @Nullable String service, @Nullable String commit) {
    return new Change(
        id,
        kind,
        NOON.plusSeconds(60L * minute),
        service,
        null,
        commit,
        null,
        null,
        List.of(),
        null,
        List.of());
  }

  private static List<ChangeUnit> units(Change... changes) {
    return ChangeUnits.of(List.of(changes), ServiceMap.EMPTY);
  }

  @Test
  void aDeployAndItsCommitAreOneInEffectSinceTheDeploy() {
    List<ChangeUnit> units =
        units(
            change("abcdef0123456789", ChangeKind.COMMIT, 0, null, null),
            change("d1", ChangeKind.DEPLOY, 30, "shop", "abcdef0"));
    assertThat(units).hasSize(1);
    assertThat(units.getFirst().id()).isEqualTo("abcdef0123456789");
    assertThat(units.getFirst().service()).isEqualTo("shop");
    assertThat(units.getFirst().effectiveAt()).isEqualTo(NOON.plusSeconds(1800));
    assertThat(units.getFirst().isCalled("d1")).isTrue();
  }

  @Test
  void anIntermediateCommitGoesOutWithTheNextHead() {
    List<ChangeUnit> units =
        units(
            change("c1", ChangeKind.COMMIT, 0, "shop", null),
            change("c2", ChangeKind.COMMIT, 5, "shop", null),
            change("d2", ChangeKind.DEPLOY, 30, "shop", "c2"));
    assertThat(units).extracting(ChangeUnit::id).containsExactly("c1", "c2");
    assertThat(units.getFirst().effectiveAt()).isEqualTo(NOON.plusSeconds(1800));
  }

  @Test
  void aCommitNobodyDeployedIsNotInEffectWhereDeploysAreTold() {
    List<ChangeUnit> units =
        units(
            change("c1", ChangeKind.COMMIT, 0, "shop", null),
            change("d1", ChangeKind.DEPLOY, 10, "shop", "c1"),
            change("c2", ChangeKind.COMMIT, 20, "shop", null));
    assertThat(units.get(1).id()).isEqualTo("c2");
    assertThat(units.get(1).effectiveAt()).isNull();
  }

  @Test
  void whereNoDeployIsToldACommitIsInEffectAtOnce() {
    assertThat(units(change("c1", ChangeKind.COMMIT, 3, "shop", null)).getFirst().effectiveAt())
        .isEqualTo(NOON.plusSeconds(180));
  }

  @Test
  void aDeployOfAnUnknownCommitStandsForItself() {
    assertThat(units(change("d1", ChangeKind.DEPLOY, 3, "shop", "gone")).getFirst().id())
        .isEqualTo("d1");
  }
}
