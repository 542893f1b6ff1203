package dev.inquest.lab.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Chooses a story by a seed; the same seed tells the same story. */
public final class Storyteller {
  private static final List<String> SERVICES =
      List.of("shop", "storefront", "checkout", "webshop", "order-desk", "backoffice");
  private static final List<String> TABLES =
      List.of("customers", "orders", "payments", "shipments", "customer_region");
  private static final List<String> EXTRAS = List.of("gift_cards", "opening_hours");
  private static final String PLATFORM = "platform <platform@shop.example>";

  private final Map<String, String> tree = new HashMap<>();
  private final Random random;
  private final int major;
  private int patch;

  private Storyteller(long seed) {
    this.random = new Random(seed);
    this.major = 2 + random.nextInt(7);
  }

  public static Story tell(long seed, boolean control) {
    return new Storyteller(seed).story(seed, control);
  }

  private Story story(long seed, boolean control) {
    String service = pick(SERVICES);
    Target target = pick(Target.ALL);
    Numbering numbering = pick(List.of(Numbering.values()));
    List<Innocent> innocents = new ArrayList<>(Innocent.ALL);
    Collections.shuffle(innocents, random);
    List<Release> history = history(service, numbering);
    int migrations =
        (int)
            tree.keySet().stream()
                .filter(p -> p.endsWith(".sql"))
                .filter(p -> p.startsWith("db/migration/"))
                .count();
    Release before = innocent(innocents.get(0));
    Release culprit = culprit(target, control ? numbering.path(migrations + 1, index(target)) : "");
    Release after = innocent(innocents.get(1));
    return new Story(seed, control, service, target, history, before, culprit, after);
  }

  private List<Release> history(String service, Numbering numbering) {
    List<String> names = new ArrayList<>(TABLES);
    names.addAll(EXTRAS.subList(0, random.nextInt(EXTRAS.size() + 1)));
    List<Release> history = new ArrayList<>();
    history.add(release("Open the shop", PLATFORM, ShopFiles.base(service)));
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      history.add(
          release(
              "Add " + name.replace('_', ' '),
              PLATFORM,
              Map.of(numbering.path(i + 1, name), ShopFiles.migration(name))));
    }
    return history;
  }

  private Release innocent(Innocent innocent) {
    return release(innocent.title(), innocent.author(), innocent.applyTo(tree));
  }

  /**
   * @param migration where the index is created; empty: forgotten
   */
  private Release culprit(Target target, String migration) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("queries/" + target.statement() + ".sql", query(target));
    String endpoint = "endpoints/" + target.endpoint() + ".properties";
    files.put(
        endpoint,
        tree.getOrDefault(endpoint, "")
            .replace(target.byId(), target.byId() + ", " + target.statement()));
    if (!migration.isEmpty()) {
      files.put(
          migration,
          "CREATE INDEX CONCURRENTLY %s ON %s (%s);%n"
              .formatted(index(target), target.table(), target.column()));
      files.put(migration + ".conf", "executeInTransaction=false\n");
    }
    return release(
        "Show other " + target.table() + " with the same " + target.column().replace('_', ' '),
        "product <product@shop.example>",
        files);
  }

  private static String query(Target target) {
    return """
    SELECT id, %2$s
    FROM %1$s
    WHERE %3$s = :%3$s
    ORDER BY %2$s DESC
    LIMIT 10
    """
        .formatted(target.table(), target.order(), target.column());
  }

  private static String index(Target target) {
    return target.table() + "_" + target.column();
  }

  private Release release(String title, String author, Map<String, String> files) {
    tree.putAll(files);
    return new Release("%d.%d.0".formatted(major, patch++), title, author, files);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
