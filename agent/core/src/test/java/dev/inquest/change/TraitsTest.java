package dev.inquest.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mechanism in several languages, and beside it an innocent change that looks like it. */
class TraitsTest {
  private static DiffReading read(String path, String lines) {
    return DiffReader.read("@@ " + path + " @@\n" + lines, List.of(path));
  }

  /** What is done plainly, rather than spoken of. */
  private static List<String> plain(DiffReading reading) {
    return reading.traits().stream()
        .filter(trait -> trait.form() != Trait.Form.MENTION)
        .map(trait -> trait.mechanism() + " " + trait.direction())
        .distinct()
        .toList();
  }

  private static Arguments one(String name, String path, String expected, String lines) {
    return Arguments.of(name, path, expected, lines);
  }

  static Stream<Arguments> guilty() {
    return Stream.of(
        one(
            "java timeout",
            "src/Api.java",
            "TIMEOUT DOWN",
            "-    client.setTimeout(Duration.ofSeconds(5));\n+    client.setTimeout(Duration.ofMillis(500));"),
        one(
            "ts timeout",
            "src/api.ts",
            "TIMEOUT DOWN",
            "-  const res = await fetch(url, { timeout: 5000 });\n+  const res = await fetch(url, { timeout: 300 });"),
        one(
            "python timeout",
            "app/client.py",
            "TIMEOUT DOWN",
            "-    resp = requests.get(url, timeout=30)\n+    resp = requests.get(url, timeout=1)"),
        one(
            "yaml timeout by its parent",
            "config/http.yaml",
            "TIMEOUT UP",
            " http:\n   timeout:\n-    read: 2s\n+    read: 120s"),
        one(
            "properties pool",
            "application.properties",
            "POOL_SIZE DOWN",
            "-spring.datasource.hikari.maximum-pool-size=50\n+spring.datasource.hikari.maximum-pool-size=5"),
        one(
            "go pool",
            "db.go",
            "POOL_SIZE DOWN",
            "-\tdb.SetMaxOpenConns(100)\n+\tdb.SetMaxOpenConns(4)"),
        one("python retries", "app/client.py", "RETRY UP", "-MAX_RETRIES = 2\n+MAX_RETRIES = 20"),
        one(
            "java backoff",
            "src/Retry.java",
            "RETRY DOWN",
            "-  private static final long BACKOFF_MS = 500;\n+  private static final long BACKOFF_MS = 1;"),
        one("cache ttl", "config/app.yml", "CACHE DOWN", " cache:\n-  ttl: 15m\n+  ttl: 15s"),
        one(
            "js cache size",
            "lib/cache.js",
            "CACHE UP",
            "-const cache = new LRU({ max: 500, ttl: 1000 });\n+const cache = new LRU({ max: 500000, ttl: 1000 });"),
        one(
            "terraform memory",
            "infra/main.tf",
            "LIMIT DOWN",
            "-  memory_size = 1024\n+  memory_size = 128"),
        one(
            "kubernetes memory",
            "deploy/values.yaml",
            "LIMIT DOWN",
            " resources:\n   limits:\n-    memory: 2Gi\n+    memory: 256Mi"),
        one(
            "dockerfile heap",
            "Dockerfile",
            "LIMIT DOWN",
            "-ENV JAVA_OPTS=-Xmx2g\n+ENV JAVA_OPTS=-Xmx256m"),
        one("replicas", "k8s/deploy.yaml", "LIMIT DOWN", "-  replicas: 6\n+  replicas: 2"),
        one(
            "rate limit",
            "gateway.yml",
            "LIMIT DOWN",
            " rate_limit:\n-  requests_per_second: 1000\n+  requests_per_second: 10"),
        one("log level", "log.yaml", "LOG_LEVEL UP", "-  level: info\n+  level: debug"),
        one(
            "python log level",
            "app/settings.py",
            "LOG_LEVEL UP",
            "-LOG_LEVEL = \"WARNING\"\n+LOG_LEVEL = \"DEBUG\""),
        one(
            "go loop",
            "order.go",
            "LOOP_CALL ADDED",
            "+\tfor _, id := range ids {\n+\t\titem, err := s.repo.FindItem(ctx, id)\n+\t\tout = append(out, item)\n+\t}"),
        one(
            "python loop",
            "app/orders.py",
            "LOOP_CALL ADDED",
            "-    customers = session.query(Customer).filter(Customer.id.in_(ids)).all()\n"
                + "+    for order in orders:\n+        order.customer = session.get(Customer, order.customer_id)"),
        one(
            "js loop",
            "src/orders.js",
            "LOOP_CALL ADDED",
            "+  const rows = await Promise.all(items.map(async (i) => await api.get(`/items/${i.id}`)));"),
        one(
            "java stream",
            "src/Orders.java",
            "LOOP_CALL ADDED",
            "+    return orders.stream().map(o -> customerRepository.findById(o.customerId())).toList();"),
        one(
            "go mutex",
            "counter.go",
            "LOCK REMOVED",
            "-\tc.mu.Lock()\n-\tdefer c.mu.Unlock()\n \tc.counts[key]++"),
        one(
            "java synchronized",
            "src/Counter.java",
            "LOCK REMOVED",
            "-  synchronized void add(String key) {\n+  void add(String key) {"),
        one(
            "java lock added",
            "src/Stock.java",
            "LOCK ADDED",
            "+    lock.lock();\n     stock.merge(key, 1, Integer::sum);\n+    lock.unlock();"),
        one(
            "go close",
            "fetch.go",
            "RELEASE REMOVED",
            " \tresp, err := http.Get(url)\n-\tdefer resp.Body.Close()"),
        one(
            "java try",
            "src/Dao.java",
            "RELEASE REMOVED",
            "-    try (Connection c = source.getConnection()) {\n+    Connection c = source.getConnection();\n+    {"),
        one(
            "python with",
            "app/files.py",
            "RELEASE REMOVED",
            "-    with open(path) as f:\n-        return f.read()\n+    f = open(path)\n+    return f.read()"),
        one(
            "java nested repetition",
            "src/Names.java",
            "PATTERN ADDED",
            "-  private static final Pattern NAME = Pattern.compile(\"[a-z ]{1,40}\");\n"
                + "+  private static final Pattern NAME = Pattern.compile(\"^([a-z]+ ?)*$\");"),
        one(
            "js nested repetition",
            "src/mail.js",
            "PATTERN ADDED",
            "-const MAIL = /^[^@]+@[^@]+$/;\n+const MAIL = /^(([a-z0-9]+)[.-]?)+@x$/;"),
        one(
            "python state",
            "app/seen.py",
            "RETENTION ADDED",
            "+_answers = {}\n+\n+\n def answer(key):\n-    return ask(key)\n+    _answers[key] = ask(key)\n+    return _answers[key]"),
        one(
            "go state",
            "audit.go",
            "RETENTION ADDED",
            "+var entries []Entry\n+\n func audit(e Entry) {\n+\tentries = append(entries, e)\n \tsend(e)"),
        one(
            "java state",
            "src/Audit.java",
            "RETENTION ADDED",
            "+  private final Map<String, Entry> entries = new ConcurrentHashMap<>();\n   void on(Entry e) {\n+    entries.put(e.id(), e);"),
        one(
            "python endless cache",
            "app/price.py",
            "RETENTION ADDED",
            "+@lru_cache(maxsize=None)\n def price(basket):"),
        one(
            "yaml pool by its parent",
            "config/app.yaml",
            "POOL_SIZE DOWN",
            " datasource:\n   pool:\n-    maximum-size: 40\n+    maximum-size: 2"),
        one(
            "a call of a store in a lambda",
            "src/Orders.java",
            "LOOP_CALL ADDED",
            "-    return view(orders, priceRepository.pricesOf(orders));\n"
                + "+    return orders.stream().map(o -> view(o, priceRepository.priceOf(o.id()))).toList();"),
        one(
            "rails index",
            "db/migrations/20260101_x.rb",
            "SCHEMA REMOVED",
            "+    remove_index :orders, :customer_id"),
        one(
            "liquibase index",
            "db/changelog/8.yaml",
            "SCHEMA REMOVED",
            "+        - dropIndex:\n+            tableName: orders\n+            indexName: orders_idx"),
        one(
            "alembic index",
            "db/migrations/8.py",
            "SCHEMA ADDED",
            "+    op.create_index('ix_orders', 'orders', ['customer_id'])"),
        one(
            "go json tag",
            "event.go",
            "CONTRACT CHANGED",
            "-\tUserID string `json:\"user_id\"`\n+\tUserID string `json:\"userId\"`"),
        one(
            "java property",
            "src/Event.java",
            "CONTRACT CHANGED",
            "-  @JsonProperty(\"amount\")\n+  @JsonProperty(\"total\")"),
        one(
            "proto number",
            "event.proto",
            "CONTRACT CHANGED",
            "-  string user = 3;\n+  string user = 4;"),
        one(
            "pydantic alias",
            "app/models.py",
            "CONTRACT CHANGED",
            "-    user_id: str = Field(alias=\"userId\")\n+    user_id: str = Field(alias=\"uid\")"),
        one(
            "kafka topic",
            "src/Listener.java",
            "CONTRACT CHANGED",
            "-  @KafkaListener(topics = \"orders.v1\")\n+  @KafkaListener(topics = \"orders.v2\")"),
        one(
            "drop column",
            "db/migrations/V8__x.sql",
            "SCHEMA REMOVED",
            "+ALTER TABLE users DROP COLUMN nickname;"),
        one(
            "drop index",
            "db/migrations/V9__x.sql",
            "SCHEMA REMOVED",
            "+DROP INDEX CONCURRENTLY idx_orders_customer;"),
        one(
            "add index",
            "db/migrations/V10__x.sql",
            "SCHEMA ADDED",
            "+CREATE INDEX CONCURRENTLY idx_a ON orders (customer_id);"),
        one(
            "java null",
            "src/Basket.java",
            "NULL_HANDLING REMOVED",
            "-    if (basket.voucher() == null) return basket.sum();\n     return basket.voucher().apply(basket.sum());"),
        one(
            "js optional",
            "src/user.js",
            "NULL_HANDLING REMOVED",
            "-  if (!user || user.profile === undefined) return '';\n   return user.profile.name;"),
        one(
            "python except",
            "app/pay.py",
            "ERROR_HANDLING REMOVED",
            "-    try:\n-        charge(card)\n-    except GatewayError:\n-        return retry_later(card)\n+    charge(card)"),
        one(
            "condition turned",
            "src/auth.js",
            "CONDITION CHANGED",
            "-  if (role === 'admin') {\n+  if (role !== 'admin') {"),
        one(
            "a check that rejects",
            "src/Auth.java",
            "REJECTION ADDED",
            "+    if (!token.audience().equals(expected)) {\n+      throw new UnauthorizedException();\n+    }"),
        one(
            "endpoint",
            "config/prod.yaml",
            "ENDPOINT CHANGED",
            "-  payments_url: http://payments.svc:8080\n+  payments_url: http://payments-v2.svc:8080"),
        one("port", "config/prod.yaml", "ENDPOINT UP", "-  db_port: 5432\n+  db_port: 6432"),
        one(
            "issuer",
            "config/auth.yaml",
            "CREDENTIAL CHANGED",
            "-  issuer: https://id.example.com\n+  issuer: https://login.example.com"),
        one(
            "flag",
            "config/features.yaml",
            "FLAG_DEFAULT UP",
            " features:\n-  new_checkout: false\n+  new_checkout: true"),
        one(
            "batch",
            "worker.properties",
            "BATCH UP",
            "-consumer.batch-size=100\n+consumer.batch-size=20000"),
        one(
            "cron",
            "jobs.yaml",
            "SCHEDULE CHANGED",
            "-  schedule: \"0 3 * * *\"\n+  schedule: \"* * * * *\""),
        one(
            "major version",
            "package.json",
            "DEPENDENCY_VERSION CHANGED",
            "-    \"express\": \"4.18.2\",\n+    \"express\": \"5.0.0\","),
        one(
            "new query",
            "app/fav.py",
            "SQL_QUERY ADDED",
            "+    rows = db.execute(\"SELECT id FROM favourites WHERE user_id = :u\", {\"u\": uid})"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("guilty")
  void seesWhatIsDone(String name, String path, String expected, String lines) {
    assertThat(plain(read(path, lines))).as(name).contains(expected);
  }

  static Stream<Arguments> innocent() {
    return Stream.of(
        one(
            "same time otherwise written",
            "src/Api.java",
            "TIMEOUT",
            "-    client.setTimeout(Duration.ofSeconds(60));\n+    client.setTimeout(Duration.ofMinutes(1));"),
        one(
            "same number otherwise written",
            "src/api.ts",
            "TIMEOUT",
            "-const TIMEOUT_MS = 5000;\n+const TIMEOUT_MS = 5_000;"),
        one("same ttl", "config/app.yml", "CACHE", " cache:\n-  ttl: 15m\n+  ttl: 900s"),
        one(
            "same memory",
            "deploy/values.yaml",
            "LIMIT",
            " limits:\n-    memory: 2Gi\n+    memory: 2048Mi"),
        one(
            "aligned",
            "config/prod.yaml",
            "ENDPOINT",
            "-  payments_url: http://payments.svc:8080\n+  payments_url:   http://payments.svc:8080"),
        one(
            "loop over a map in memory",
            "order.go",
            "LOOP_CALL",
            "+\tfor _, id := range ids {\n+\t\tout = append(out, names[id])\n+\t}"),
        one(
            "one call before the loop",
            "app/orders.py",
            "LOOP_CALL",
            "+    by_id = session.query(Customer).filter(Customer.id.in_(ids)).all()\n+    for c in by_id:\n+        total += c.total"),
        one(
            "plain repetition",
            "src/Names.java",
            "PATTERN",
            "-  static final Pattern N = Pattern.compile(\"[a-z]+\");\n+  static final Pattern N = Pattern.compile(\"([a-z]+)-([0-9]+)\");"),
        one(
            "a sum times a factor",
            "src/sum.js",
            "PATTERN",
            "-  return match(a);\n+  return match((a + b) * c, '(x)');"),
        one(
            "a list within a function",
            "app/rows.py",
            "RETENTION",
            " def rows(items):\n+    out = []\n+    for item in items:\n+        out.append(item)\n+    return out"),
        one(
            "state that is emptied",
            "app/seen.py",
            "RETENTION",
            "+_answers = {}\n+\n def answer(key):\n+    if len(_answers) > 500:\n+        _answers.clear()\n+    _answers[key] = ask(key)"),
        one(
            "mutex renamed",
            "counter.go",
            "LOCK",
            "-\tc.mu.Lock()\n-\tdefer c.mu.Unlock()\n+\tc.lock.Lock()\n+\tdefer c.lock.Unlock()"),
        one(
            "close in a helper of its own",
            "fetch.go",
            "RELEASE",
            "-\tresp, err := http.Get(url)\n-\tdefer resp.Body.Close()\n"
                + "+\treturn get(url)\n+}\n+\n+func get(url string) {\n+\tresp, err := http.Get(url)\n+\tdefer resp.Body.Close()"),
        one(
            "a field of the program only",
            "event.go",
            "CONTRACT",
            "-\tuserID string\n+\tuserId string"),
        one(
            "guard in a helper of its own",
            "src/Basket.java",
            "NULL_HANDLING",
            "-    if (basket.voucher() == null) return basket.sum();\n"
                + "+    return sum(basket);\n+  }\n+\n+  Price sum(Basket basket) {\n+    if (basket.voucher() == null) return basket.sum();"),
        one("a default filled in", "src/ids.js", "REJECTION", "+  if (id === '') { id = uuid(); }"),
        one(
            "log text",
            "src/Web.java",
            "LOG_LEVEL",
            "-    log.debug(\"shown\");\n+    log.debug(\"order shown\");"),
        one(
            "comment about a timeout",
            "src/Web.java",
            "TIMEOUT",
            "+    // the timeout is 5 seconds"),
        one(
            "renamed local",
            "handler.go",
            "TIMEOUT",
            "-\tc := r.Context()\n-\treturn fetch(c, timeout)\n+\tctx := r.Context()\n+\treturn fetch(ctx, timeout)"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("innocent")
  void isNotTakenInByLikeness(String name, String path, String mechanism, String lines) {
    assertThat(plain(read(path, lines))).as(name).noneMatch(t -> t.startsWith(mechanism + " "));
  }

  static Stream<Arguments> inert() {
    return Stream.of(
        one("css", "web/a.css", "STYLE", "-.a { padding: 8px; }\n+.a { padding: 12px; }"),
        one("palette", "web/theme.ts", "STYLE", "-  accent: \"#3b82f6\",\n+  accent: \"#2563eb\","),
        one(
            "message",
            "web/messages/en.json",
            "WORDING",
            "-  \"empty\": \"No data.\",\n+  \"empty\": \"Nothing here yet.\","),
        one("new switch", "flags.yaml", "DORMANT", "+  next-layout:\n+    enabled: false"),
        one(
            "log layout",
            "config/logging.yaml",
            "LOG_TEXT",
            "-  pattern: \"%d %logger{80} %msg\"\n+  pattern: \"%d %logger{36} %msg\""),
        one("imports", "tail.go", "MOVED_CODE", "-\t\"os\"\n-\t\"bufio\"\n+\t\"bufio\"\n+\t\"os\""),
        one(
            "layout",
            "src/A.java",
            "MOVED_CODE",
            "-  int x = f(a,\n-      b);\n+  int x = f(a, b);"),
        one(
            "extracted",
            "rank.py",
            "MOVED_CODE",
            "-    return a * weight + b\n+    return score(a, weight, b)\n+\n+def score(a, weight, b):\n+    return a * weight + b"),
        one("test class", "src/DepositIT.java", "TEST", "-  check(1);\n+  check(2);"),
        one("staging", "deploy/staging/tls.yaml", "OTHER_ENVIRONMENT", "-  cert: a\n+  cert: b"),
        one("golden file", "pkg/testdata/golden.json", "TEST", "-  \"a\": 1\n+  \"a\": 2"),
        one("ci", ".circleci/config.yml", "BUILD", "+  - run: make"),
        one("linter", ".golangci.yml", "BUILD", "-  version: 1\n+  version: 2"));
  }

  @Test
  void aMigrationOfSpacesIsReadToItsEnd() {
    String lines = ("+" + " ".repeat(1_900) + "\n").repeat(60);
    assertThat(
            plain(read("db/changelog/8.yaml", "+- dropIndex:\n" + lines + "+  tableName: orders")))
        .contains("SCHEMA REMOVED");
  }

  @Test
  @Timeout(60)
  void linesMadeToBeTriedInManyWaysAreReadAtOnce() {
    String fields = ("+  " + "private ".repeat(240) + "\n").repeat(3_000);
    String names =
        IntStream.range(0, 900)
            .mapToObj(i -> "+n" + i + " = {}\n+n" + i + "[n" + i + "[".repeat(900) + "\n")
            .collect(Collectors.joining());
    assertThat(plain(read("src/A.java", fields))).doesNotContain("RETENTION ADDED");
    assertThat(plain(read("app/a.py", names))).doesNotContain("RETENTION ADDED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Deposit", "Audit", "Latest", "Contest", "Limits"})
  void aNameThatEndsLikeATestIsNone(String name) {
    assertThat(read("src/" + name + ".java", "-  call(1);\n+  call(2);").inert()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inert")
  void knowsWhatCannotMatter(String name, String path, String mechanism, String lines) {
    DiffReading reading = read(path, lines);
    assertThat(reading.inert()).as(name + ": " + reading.mechanisms()).isTrue();
    assertThat(reading.mechanisms()).extracting(Mechanism::name).contains(mechanism);
  }
}
