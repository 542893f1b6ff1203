package dev.inquest.gate.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Requests as the agent writes them; every change gives a new one. */
public final class Drafts {
  public static final String SQL =
      """
      -- Orders are looked up by customer.
      SET lock_timeout = '5s';
      DROP INDEX CONCURRENTLY IF EXISTS orders_customer;
      CREATE INDEX CONCURRENTLY orders_customer ON orders (customer);
      """;
  public static final String CONF = "executeInTransaction=false\n";

  private final Map<String, @Nullable Object> body;

  private Drafts(Map<String, @Nullable Object> body) {
    this.body = body;
  }

  /** A good migration of the shop. */
  public static Drafts migration(String base) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("kind", "migration");
    body.put("incident", "inc-1");
    body.put("service", "shop");
    body.put("baseSha", base);
    body.put(
        "files",
        List.of(
            file(ShopRepository.MIGRATIONS + "/V11__orders_customer.sql", SQL),
            file(ShopRepository.MIGRATIONS + "/V11__orders_customer.sql.conf", CONF)));
    body.put("revertOf", null);
    body.put("message", "Index orders by customer");
    body.put("title", "Index orders by customer");
    body.put("description", "Evidence: none in this test.");
    body.put("rollback", "DROP INDEX CONCURRENTLY orders_customer;");
    body.put("evidence", List.of());
    body.put("stated", Map.of("verdict", "Act: orders are scanned whole.", "cause", "release 2"));
    return new Drafts(body);
  }

  /** The revert of a commit, its files left to the gate. */
  public static Drafts revert(String base, String culprit) {
    return migration(base)
        .with("kind", "revert")
        .with("files", List.of())
        .with("revertOf", culprit);
  }

  public static Map<String, @Nullable String> file(String path, @Nullable String content) {
    Map<String, @Nullable String> file = new LinkedHashMap<>();
    file.put("path", path);
    file.put("content", content);
    return file;
  }

  public Drafts with(String key, @Nullable Object value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(body);
    changed.put(key, value);
    return new Drafts(changed);
  }

  public Drafts withSql(String sql) {
    return with(
        "files",
        List.of(
            file(ShopRepository.MIGRATIONS + "/V11__orders_customer.sql", sql),
            file(ShopRepository.MIGRATIONS + "/V11__orders_customer.sql.conf", CONF)));
  }

  public Drafts withExtra(String path, @Nullable String content) {
    List<Object> files =
        new ArrayList<>((List<?>) java.util.Objects.requireNonNull(body.get("files")));
    files.add(file(path, content));
    return with("files", files);
  }

  public String incident() {
    return String.valueOf(body.get("incident"));
  }

  public String json() {
    return JsonMapper.builder().build().writeValueAsString(body);
  }
}
