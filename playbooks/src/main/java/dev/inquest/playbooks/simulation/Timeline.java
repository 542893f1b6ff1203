package dev.inquest.playbooks.simulation;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was changed and when: the guilty change, where there is one, among innocent ones. */
final class Timeline {
  private static final int AUTHORS = 9;

  /** The share of innocent changes that come after the guilty one. */
  private static final double LATER = 0.3;

  private final Dice dice;
  private final World world;
  private final Timeframe time;
  private final boolean diffs;
  private final List<Change> changes = new ArrayList<>();
  private final List<String> guilty = new ArrayList<>();
  private final List<String> decoys = new ArrayList<>();
  private final List<Release> releases = new ArrayList<>();
  private @Nullable Release guiltyRelease;

  private Timeline(Dice dice, World world, Timeframe time, boolean diffs) {
    this.dice = dice;
    this.world = world;
    this.time = time;
    this.diffs = diffs;
  }

  static Timeline draw(Dice dice, World world, Timeframe time, Plan plan, Difficulty difficulty) {
    Timeline timeline = new Timeline(dice, world, time, difficulty.diffs());
    Guilt guilt = plan.guilt();
    if (guilt != null) {
      timeline.guilty(guilt);
    }
    for (int i = 0; i < difficulty.decoys(); i++) {
      timeline.innocent(i, guilt);
    }
    timeline.changes.sort(Comparator.comparing(Change::at).thenComparing(Change::id));
    return timeline;
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  /** Ids of the change that did it, its deploys with it. */
  List<String> guilty() {
    return List.copyOf(guilty);
  }

  List<String> decoys() {
    return List.copyOf(decoys);
  }

  /** Whether the fault has reached the replica. */
  boolean on(Replica replica, Instant at) {
    Release release = guiltyRelease;
    if (release == null || release.part().index() != replica.part()) {
      return !at.isBefore(time.onsetAt());
    }
    return !at.isBefore(release.at().get(release.part().replicas().indexOf(replica)));
  }

  /** The version a replica runs. */
  String version(Replica replica, Instant at) {
    String version = "1." + replica.part() % 17 + ".0";
    Instant since = Instant.MIN;
    for (Release release : releases) {
      if (release.part().index() == replica.part()) {
        Instant reached = release.at().get(release.part().replicas().indexOf(replica));
        if (!reached.isAfter(at) && reached.isAfter(since)) {
          version = release.version();
          since = reached;
        }
      }
    }
    return version;
  }

  private void guilty(Guilt guilt) {
    Instant at = time.onsetAt();
    Patch patch = guilt.patch();
    switch (guilt.kind()) {
      case COMMIT, DEPLOY ->
          guiltyRelease = release(guilt.part(), patch, at, guilt.rollout(), guilty);
      case FLAG, CONFIG, MIGRATION ->
          guilty.add(
              single(guilt.kind(), guilt.part(), patch, at.minusSeconds(dice.between(1, 40))));
    }
  }

  private Release release(
      Part part, Patch patch, Instant first, Guilt.Rollout rollout, List<String> ids) {
    String commit = dice.hex(40);
    String version = "1." + part.index() % 17 + "." + dice.between(1, 40);
    Instant written = first.minusSeconds(dice.between(240, 5400));
    ids.add(commit);
    changes.add(change(commit, ChangeKind.COMMIT, written, null, null, null, patch, List.of()));
    List<Instant> at = new ArrayList<>();
    long gap = rollout == Guilt.Rollout.ROLLING ? dice.between(40, 150) : 0;
    boolean told = rollout == Guilt.Rollout.CANARY || (gap > 0 && dice.chance(0.5));
    for (int i = 0; i < part.replicas().size(); i++) {
      boolean never = rollout == Guilt.Rollout.CANARY && i > 0;
      at.add(never ? Instant.MAX : first.plusSeconds(i * gap));
      if (!never && (told || i == 0)) {
        Instant begun = first.plusSeconds(i * gap).minusSeconds(dice.between(0, 15));
        List<String> instances = told ? List.of(part.replicas().get(i).name()) : List.of();
        String id = "deploy-" + dice.hex(8);
        ids.add(id);
        changes.add(
            change(id, ChangeKind.DEPLOY, begun, part.name(), version, commit, null, instances));
      }
    }
    Release release = new Release(part, version, at);
    releases.add(release);
    return release;
  }

  private String single(ChangeKind kind, Part part, Patch patch, Instant at) {
    String id = kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + dice.hex(8);
    changes.add(change(id, kind, at, part.name(), null, null, patch, List.of()));
    return id;
  }

  private Change change(
      String id,
      ChangeKind kind,
      Instant at,
      @Nullable String service,
      @Nullable String version,
      @Nullable String commit,
      @Nullable Patch patch,
      List<String> instances) {
    return new Change(
        id,
        kind,
        at,
        service,
        version,
        commit,
        "dev-" + dice.between(1, AUTHORS),
        patch == null ? null : patch.title(),
        patch == null ? List.of() : patch.files(),
        patch == null || !diffs ? null : patch.diff(),
        instances);
  }

  /**
   * Some come after the guilty change and before anybody notices, most shortly before it: how many
   * on which side is chance, so that a change's place among the others gives nothing away.
   */
  private void innocent(int i, @Nullable Guilt guilt) {
    List<Part> parts =
        world.parts(p ->
            p.service()
                && p.ours()
                && (diffs || guilt == null || p.index() != guilt.part().index()));
    Part part = dice.pick(parts);
    Call call = part.calls().isEmpty() ? null : dice.pick(part.calls());
    Patch patch = Patches.INNOCENT.drawAny(dice, part, Patches.words(dice, world, part, call));
    Instant at = innocentTime(i);
    String file = patch.files().getFirst();
    if (file.startsWith("flags/")) {
      decoys.add(single(ChangeKind.FLAG, part, patch, at));
    } else if (file.contains("/config/") && dice.chance(0.4)) {
      decoys.add(single(ChangeKind.CONFIG, part, patch, at));
    } else if (dice.chance(0.15)) {
      String commit = dice.hex(40);
      decoys.add(commit);
      changes.add(change(commit, ChangeKind.COMMIT, at, null, null, null, patch, List.of()));
    } else {
      boolean rolls = part.replicas().size() > 1 && dice.chance(0.5);
      release(part, patch, at, rolls ? Guilt.Rollout.ROLLING : Guilt.Rollout.AT_ONCE, decoys);
    }
  }

  private Instant innocentTime(int i) {
    Instant onset = time.onset() < time.steps() ? time.onsetAt() : time.at(time.steps() * 4 / 5);
    double draw = dice.unit();
    if (draw < LATER) {
      return onset.plusSeconds(dice.between(10, 240));
    }
    if (i == 0 || draw < 0.75) {
      return onset.minusSeconds(dice.between(20, 1800));
    }
    return time.at(dice.below(time.steps())).plusSeconds(dice.below(15));
  }
}
