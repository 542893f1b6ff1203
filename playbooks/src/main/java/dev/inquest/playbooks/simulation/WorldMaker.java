package dev.inquest.playbooks.simulation;

import dev.inquest.topology.Topology.NodeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws a world: services in layers, what they store in, wait for and send to. */
final class WorldMaker {
  private final Dice dice;
  private final int services;
  private final List<Draft> drafts = new ArrayList<>();

  private WorldMaker(Dice dice, int services) {
    this.dice = dice;
    this.services = services;
  }

  /**
   * @param services at least 5; all kinds of parts occur in every world
   */
  static World make(Dice dice, int services) {
    WorldMaker maker = new WorldMaker(dice, services);
    maker.draftServices();
    maker.wire();
    maker.addStores();
    maker.addQueue();
    maker.addExternals();
    return new WorldSizing(dice, maker.ordered()).world();
  }

  private void draftServices() {
    int entries = services < 12 ? 1 : dice.between(1, 3);
    int layers = services < 8 ? 2 : services < 20 ? 3 : dice.between(3, 5);
    List<String> subjects = dice.shuffled(Words.SUBJECTS);
    List<String> doors = dice.shuffled(Words.ENTRIES);
    String suffix = dice.pick(Words.SUFFIXES);
    String others = dice.pick(Words.OTHER_TEAMS);
    for (int i = 0; i < services - 1; i++) {
      boolean entry = i < entries;
      boolean foreign = i == services - 2;
      double layer = entry ? 0 : foreign ? layers : 1 + (i - entries) % layers;
      String name = entry ? doors.get(i) : foreign ? others : subjects.get(i) + suffix;
      Draft draft = new Draft(name, NodeKind.SERVICE, layer);
      draft.ours = !foreign;
      draft.language = dice.pick(Words.LANGUAGES);
      draft.self = dice.scaled(0.002, 0.02);
      draft.replicas = dice.between(1, services > 30 ? 2 : 3);
      draft.arrivals = entry ? dice.scaled(30, 300) : 0;
      drafts.add(draft);
    }
  }

  /** Everybody is called by somebody above, mostly from the next layer, and seldom by more. */
  private void wire() {
    for (Draft callee : List.copyOf(drafts)) {
      List<Draft> above = drafts.stream().filter(d -> d.layer < callee.layer && d.ours).toList();
      if (!above.isEmpty()) {
        List<Draft> next = above.stream().filter(d -> d.layer == callee.layer - 1).toList();
        Draft caller = dice.pick(next.isEmpty() ? above : next);
        call(caller, callee);
        Draft second = dice.pick(above);
        if (second != caller && dice.chance(0.3)) {
          call(second, callee);
        }
      }
    }
  }

  private void call(Draft caller, Draft callee) {
    String operation = dice.pick(Words.VERBS) + "-" + stem(callee.name);
    double times = dice.chance(0.7) ? 1 : dice.scaled(0.3, 2.5);
    caller.calls.add(new Draft.Link(callee, operation, times, 1, 0, dice.chance(0.9), null));
  }

  private void addStores() {
    List<Draft> users = drafts.stream().filter(d -> d.layer > 0 && d.ours).toList();
    int databases = Math.max(1, users.size() / 4);
    List<Draft> stores = new ArrayList<>();
    for (int i = 0; i < databases; i++) {
      String name = stem(users.get(i).name) + (dice.chance(0.5) ? "-db" : "-pg");
      Draft store = new Draft(name, NodeKind.DATABASE, 100);
      store.self = dice.scaled(0.002, 0.015);
      stores.add(store);
    }
    drafts.addAll(stores);
    Draft cache = new Draft(stem(users.getLast().name) + "-cache", NodeKind.CACHE, 99);
    cache.self = 0.0004;
    drafts.add(cache);
    for (int i = 0; i < users.size(); i++) {
      if (i < databases || dice.chance(0.6)) {
        boolean cached = i == 0 || dice.chance(0.2);
        store(users.get(i), stores.get(i % databases), cached ? cache : null);
      }
    }
  }

  private void store(Draft user, Draft database, @org.jspecify.annotations.Nullable Draft cache) {
    String table = Words.plural(stem(user.name));
    if (cache != null) {
      user.calls.add(new Draft.Link(cache, "GET", 1, 1, 0, false, null));
    }
    int statements = dice.between(1, 2);
    for (int i = 0; i < statements; i++) {
      String column = Words.COLUMNS.get((drafts.size() + 2 * i + dice.below(2)) % 6);
      String sql =
          i == 0
              ? "SELECT * FROM " + table + " WHERE " + column + " = ?"
              : "UPDATE " + table + " SET updated_at = ? WHERE " + column + " = ?";
      double hit = cache != null && i == 0 ? dice.between(0.7, 0.95) : 0;
      user.calls.add(
          new Draft.Link(
              database,
              (i == 0 ? "SELECT " : "UPDATE ") + table,
              i == 0 ? 1 : 0.4,
              dice.scaled(0.6, 2),
              hit,
              true,
              new Call.Statement(sql, table, column)));
    }
  }

  private void addQueue() {
    List<Draft> producers =
        drafts.stream().filter(d -> d.layer > 0 && d.ours && !d.calls.isEmpty()).toList();
    Draft producer = dice.pick(producers);
    Draft queue = new Draft(stem(producer.name) + "-events", NodeKind.QUEUE, 97);
    queue.self = 0.0003;
    Draft worker = new Draft(stem(producer.name) + "-worker", NodeKind.SERVICE, 98);
    worker.language = producer.language;
    worker.self = dice.scaled(0.004, 0.03);
    worker.replicas = dice.between(1, 3);
    producer.calls.add(new Draft.Link(queue, "publish", dice.between(0.3, 1), 1, 0, false, null));
    queue.calls.add(new Draft.Link(worker, "deliver", 1, 1, 0, false, null));
    drafts.add(queue);
    drafts.add(worker);
    drafts.stream()
        .filter(d -> d.kind == NodeKind.DATABASE)
        .findFirst()
        .ifPresent(store -> store(worker, store, null));
  }

  private void addExternals() {
    int count = dice.between(1, 2);
    List<String> names = dice.shuffled(Words.EXTERNALS);
    List<Draft> users = drafts.stream().filter(d -> d.layer > 0 && d.layer < 97 && d.ours).toList();
    for (int i = 0; i < count; i++) {
      Draft external = new Draft(names.get(i), NodeKind.EXTERNAL, 101);
      external.ours = false;
      external.self = dice.scaled(0.03, 0.15);
      String path = "/v" + dice.between(1, 3) + "/" + dice.pick(Words.VERBS);
      double times = dice.scaled(0.2, 1);
      dice.pick(users).calls.add(new Draft.Link(external, "POST " + path, times, 1, 0, true, null));
      drafts.add(external);
    }
  }

  private List<Draft> ordered() {
    return drafts.stream().sorted(Comparator.comparingDouble((Draft d) -> d.layer)).toList();
  }

  static String stem(String name) {
    int dash = name.indexOf('-');
    return dash < 0 ? name : name.substring(0, dash);
  }
}
