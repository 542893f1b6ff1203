package dev.inquest.playbooks.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.diagnosis.Diagnosis;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Incidents made by hand, on systems of other shapes and languages than any data set: in some one
 * commit, {@code guilty}, did it; beside it others look like it. In the rest no change did.
 */
class ChangeScenesTest {
  private static Arguments one(String name, Scene scene) {
    return Arguments.of(name, scene);
  }

  private static Scene errors(String service, String summary) {
    return Scene.alert(service, "http_errors_ratio", summary)
        .step(service, "http_errors_ratio", 0.002, 0.4)
        .step(service, "http_request_duration_p95_seconds", 0.1, 0.11)
        .step("warehouse", "http_errors_ratio", 0.002, 0.002)
        .usual(service, "request served")
        .busy(service);
  }

  private static Scene slow(String service, String summary) {
    return Scene.alert(service, "http_request_duration_p95_seconds", summary)
        .step(service, "http_request_duration_p95_seconds", 0.1, 2.4)
        .step("warehouse", "http_request_duration_p95_seconds", 0.1, 0.1)
        .usual(service, "request served")
        .busy(service);
  }

  /** In the sampled traces only its callers fail; of its own calls none is among them. */
  private static Scene unreached() {
    Scene scene = errors("inventory", "inventory errors");
    for (int i = 0; i < 12; i++) {
      scene.calls("front", "timed out", "front");
    }
    return scene;
  }

  static Stream<Arguments> guilty() {
    return Stream.of(
        one(
            "python: a null guard removed",
            errors("billing", "billing 5xx above 5 %")
                .error(
                    "billing",
                    "AttributeError: 'NoneType' object has no attribute 'discount'",
                    Map.of(
                        "exception.stacktrace",
                        "File billing/invoice.py, line 88, in apply_discount"))
                .release(
                    "guilty",
                    96,
                    "billing",
                    "billing/invoice.py",
                    " def apply_discount(order, coupon):\n-    if coupon is None:\n-        return order.total\n     return order.total - coupon.discount")
                .release(
                    "innocent",
                    98,
                    "billing",
                    "billing/invoice_view.py",
                    "-    if total is None:\n-        total = 0\n+    total = total or 0")),
        one(
            "java: connection pool made smaller",
            slow("inventory", "inventory latency")
                .error(
                    "inventory",
                    "HikariPool-1 - Connection is not available, request timed out after 30000ms")
                .release(
                    "guilty",
                    97,
                    "inventory",
                    "inventory/src/main/resources/application.properties",
                    "-spring.datasource.hikari.maximum-pool-size=40\n+spring.datasource.hikari.maximum-pool-size=3")
                .release(
                    "innocent",
                    99,
                    "inventory",
                    "inventory/src/main/resources/http.properties",
                    "-server.tomcat.max-threads=200\n+server.tomcat.max-threads=220")),
        one(
            "the guilty service is hardly reached any more, and its callers fail",
            unreached()
                .error(
                    "inventory",
                    "HikariPool-1 - Connection is not available, request timed out after 30000ms")
                .release(
                    "guilty",
                    97,
                    "inventory",
                    "inventory/src/main/resources/application.properties",
                    "-spring.datasource.hikari.maximum-pool-size=40\n+spring.datasource.hikari.maximum-pool-size=3")),
        one(
            "node: a connection is no longer released",
            slow("reports", "reports latency")
                .step("reports", "process_open_connections", 20, 400)
                .error(
                    "reports",
                    "Error: too many clients already, remaining connection slots are reserved")
                .release(
                    "guilty",
                    80,
                    "reports",
                    "reports/src/db.js",
                    "   const client = await pool.connect();\n-  try {\n-    return await client.query(sql);\n-  } finally {\n-    client.release();\n-  }\n+  return await client.query(sql);")
                .release(
                    "innocent",
                    98,
                    "reports",
                    "reports/src/format.js",
                    "-  return value.toFixed(2);\n+  return value.toFixed(3);")),
        one(
            "terraform: memory cut",
            errors("thumbnailer", "thumbnailer errors")
                .step("thumbnailer", "container_restarts", 0.01, 3)
                .error("thumbnailer", "container killed: OOMKilled, memory limit 128Mi exceeded")
                .release(
                    "guilty",
                    97,
                    "thumbnailer",
                    "infra/thumbnailer/main.tf",
                    "-  memory_size = 1024\n+  memory_size = 128\n   timeout = 30")
                .release(
                    "innocent",
                    98,
                    "thumbnailer",
                    "infra/thumbnailer/tags.tf",
                    "-  owner = \"media\"\n+  owner = \"pictures\"")),
        one(
            "sql: a column dropped that is still read",
            errors("accounts", "accounts errors")
                .error("accounts", "ERROR: column u.nickname does not exist at character 14")
                .release(
                    "guilty",
                    97,
                    "accounts",
                    "accounts/migrations/V14__tidy.sql",
                    "+ALTER TABLE users DROP COLUMN nickname;")
                .release(
                    "innocent",
                    98,
                    "accounts",
                    "accounts/migrations/V15__idx.sql",
                    "+CREATE INDEX CONCURRENTLY idx_users_created ON users (created_at);")),
        one(
            "kafka: a field renamed by the producer",
            errors("shipping", "shipping cannot read orders")
                .error(
                    "shipping",
                    "com.fasterxml.jackson.databind.exc.MismatchedInputException: Missing required property 'deliveryDate'")
                .release(
                    "guilty",
                    95,
                    "ordering",
                    "contracts/src/main/java/OrderPlaced.java",
                    "-  @JsonProperty(\"deliveryDate\")\n+  @JsonProperty(\"delivery_date\")")
                .release(
                    "innocent",
                    98,
                    "shipping",
                    "shipping/src/main/java/Labels.java",
                    "-    String text = order.name();\n+    String label = order.name();")),
        one(
            "typescript: a shorter timeout",
            errors("search", "search errors")
                .error(
                    "search",
                    "AxiosError: timeout of 200ms exceeded",
                    Map.of("url", "http://catalogue/items", "timeout_ms", "200"))
                .calls("search", "timeout of 200ms exceeded", "front", "search", "catalogue")
                .release(
                    "guilty",
                    96,
                    "search",
                    "search/src/client.ts",
                    "-const http = axios.create({ baseURL, timeout: 4000 });\n+const http = axios.create({ baseURL, timeout: 200 });")
                .release(
                    "innocent",
                    99,
                    "catalogue",
                    "catalogue/src/index.ts",
                    "-const PAGE = 20;\n+const PAGE = 24;")),
        one(
            "yaml: endpoint changed",
            errors("checkout", "checkout errors")
                .error("checkout", "dial tcp: lookup ledger-v2.internal: no such host")
                .release(
                    "guilty",
                    97,
                    "checkout",
                    "checkout/config/production.yaml",
                    "-  ledger_url: http://ledger.internal:9000\n+  ledger_url: http://ledger-v2.internal:9000")
                .release(
                    "innocent",
                    98,
                    "checkout",
                    "checkout/config/limits.yaml",
                    "-  max_items: 100\n+  max_items: 110")),
        one(
            "java: retries multiplied",
            slow("pricing", "pricing latency")
                .step("rates", "http_requests_per_second", 100, 900)
                .error("rates", "429 Too Many Requests: rate limit exceeded for client pricing")
                .calls("rates", "429 Too Many Requests", "pricing", "rates")
                .release(
                    "guilty",
                    97,
                    "pricing",
                    "pricing/src/main/java/RatesClient.java",
                    "-  private static final int MAX_RETRIES = 2;\n+  private static final int MAX_RETRIES = 25;")
                .release(
                    "innocent",
                    99,
                    "pricing",
                    "pricing/src/main/java/Rounding.java",
                    "-    return Math.round(x);\n+    return Math.rint(x);")),
        one(
            "python: one query a row",
            slow("profiles", "profiles latency")
                .step("profiles", "db_queries_per_request", 3, 80)
                .error(
                    "profiles",
                    "slow request GET /team took 2400 ms",
                    Map.of("db.statement", "SELECT avatar FROM pictures WHERE member_id = %s"))
                .release(
                    "guilty",
                    97,
                    "profiles",
                    "profiles/views.py",
                    "-    pictures = Picture.objects.filter(member__in=members)\n+    for member in members:\n+        member.picture = Picture.objects.get(member_id=member.id)")
                .release(
                    "innocent",
                    98,
                    "profiles",
                    "profiles/forms.py",
                    "-    for field in fields:\n-        field.clean()\n+    for field in fields:\n+        field.full_clean()")),
        one(
            "go: cache ttl",
            slow("catalogue", "catalogue latency")
                .step("catalogue", "cache_hit_ratio", 0.97, 0.4)
                .step("pg-main", "database_cpu_percent", 20, 93)
                .release(
                    "guilty",
                    92,
                    "catalogue",
                    "catalogue/cache/options.go",
                    "-\tTTL: 10 * time.Minute,\n+\tTTL: 10 * time.Second,")
                .release(
                    "innocent",
                    98,
                    "catalogue",
                    "catalogue/cache/keys.go",
                    "-\treturn \"item:\" + id\n+\treturn prefix + id")),
        one(
            "kubernetes: log level",
            Scene.alert("collector", "filesystem_used_ratio", "disk of collector filling up")
                .step("collector", "filesystem_used_ratio", 0.4, 0.99)
                .step("collector", "log_lines_per_second", 200, 9000)
                .busy("collector")
                .error("collector", "write failed: no space left on device")
                .release(
                    "guilty",
                    96,
                    "collector",
                    "charts/collector/values.yaml",
                    " logging:\n-  level: warn\n+  level: trace")
                .release(
                    "innocent",
                    98,
                    "collector",
                    "charts/collector/hpa.yaml",
                    "-  minReplicas: 2\n+  minReplicas: 3")),
        one(
            "go: a check that turns tokens away",
            errors("gateway", "gateway 403 ratio")
                .error("gateway", "403 forbidden: audience mismatch, expected orders-api")
                .release(
                    "guilty",
                    97,
                    "gateway",
                    "gateway/auth/verify.go",
                    "+\tif claims.Audience != expectedAudience {\n+\t\treturn ErrAudienceMismatch\n+\t}")
                .release(
                    "innocent",
                    98,
                    "gateway",
                    "gateway/auth/headers.go",
                    "+\tif id == \"\" {\n+\t\tid = newID()\n+\t}")),
        one(
            "java: a lock taken away",
            errors("ledger", "ledger errors")
                .error(
                    "ledger",
                    "java.util.ConcurrentModificationException at ledger.Balances.post(Balances.java:41)")
                .release(
                    "guilty",
                    96,
                    "ledger",
                    "ledger/src/main/java/ledger/Balances.java",
                    "-  synchronized void post(Entry entry) {\n+  void post(Entry entry) {\n     entries.add(entry);")
                .release(
                    "innocent",
                    99,
                    "ledger",
                    "ledger/src/main/java/ledger/Statements.java",
                    "-    return entries.size();\n+    return entries.count();")),
        one(
            "python: answers are kept for good, and memory runs out a quarter of an hour later",
            slow("quotes", "quotes latency")
                .step("quotes", "container_memory_usage_ratio", 0.4, 0.98)
                .release(
                    "guilty",
                    86,
                    "quotes",
                    "quotes/answers.py",
                    "+_answers = {}\n+\n+\n def answer(question):\n-    return ask(question)\n+    _answers[question.id] = ask(question)\n+    return _answers[question.id]")
                .release(
                    "innocent",
                    97,
                    "quotes",
                    "quotes/words.py",
                    "-    text = f'hello {name}'\n+    text = f'dear {name}'")),
        one(
            "typescript: an expression that backtracks",
            slow("signup", "signup latency")
                .step("signup", "process_cpu_utilization", 0.2, 0.97)
                .release(
                    "guilty",
                    97,
                    "signup",
                    "signup/src/mail.ts",
                    "-const MAIL = /^[^@ ]+@[^@ ]+$/;\n+const MAIL = /^(([a-z0-9_-]+)[.]?)+@([a-z]+)+$/;")
                .release(
                    "innocent",
                    99,
                    "signup",
                    "signup/src/greet.ts",
                    "-  return 'Hello ' + name;\n+  return `Hello ${name}`;")),
        one(
            "traffic rose at the same time, and a lock was taken away",
            errors("wallet", "wallet errors")
                .step("wallet", "http_requests_rate", 40, 110)
                .error(
                    "wallet",
                    "java.util.ConcurrentModificationException at wallet.Sums.add(Sums.java:17)")
                .release(
                    "guilty",
                    96,
                    "wallet",
                    "wallet/src/main/java/wallet/Sums.java",
                    "-  synchronized void add(Entry entry) {\n+  void add(Entry entry) {\n     sums.add(entry);")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("guilty")
  void namesTheChange(String name, Scene scene) {
    Diagnosis diagnosis = scene.diagnose();
    assertThat(diagnosis).as(name + ": " + diagnosis).isInstanceOf(Diagnosis.Identified.class);
    assertThat(diagnosis.details().causes().getFirst().change()).as(name).isEqualTo("guilty");
  }

  static Stream<Arguments> outside() {
    return Stream.of(
        one(
            "a third party fails, and a timeout was changed a little",
            errors("payments", "payments errors")
                .error(
                    "payments",
                    "POST https://api.bankcard.com/v2/charge returned 503 Service Unavailable",
                    Map.of("server.address", "api.bankcard.com"))
                .calls("payments", "503 from api.bankcard.com", "front", "payments")
                .release(
                    "innocent",
                    96,
                    "payments",
                    "payments/client.go",
                    "-\tTimeout: 5 * time.Second,\n+\tTimeout: 6 * time.Second,")),
        one(
            "a certificate ran out",
            errors("mailer", "mailer errors")
                .error(
                    "mailer",
                    "x509: certificate has expired or is not yet valid: current time is after 2026-03-02")
                .release(
                    "innocent",
                    95,
                    "mailer",
                    "mailer/templates.go",
                    "-\tsubject := title\n+\tsubject := strings.TrimSpace(title)")),
        one(
            "a node is shared with somebody greedy",
            slow("ranking", "ranking latency")
                .step("node-7", "node_cpu_utilization_ratio", 0.3, 0.98)
                .error(
                    "kubelet",
                    "Node node-7 under CPU pressure, throttling pods",
                    Map.of("reason", "NodePressure"))
                .error("ranking", "request took 2400 ms: cpu starved on node node-7")
                .release(
                    "innocent",
                    96,
                    "ranking",
                    "ranking/cache.yaml",
                    "-  max_entries: 50000\n+  max_entries: 60000")),
        one(
            "names no longer resolve",
            errors("notifier", "notifier errors")
                .step("orders", "http_errors_ratio", 0.002, 0.3)
                .error("notifier", "getaddrinfo EAI_AGAIN smtp.mailhost.net")
                .error("orders", "lookup pg-main.prod.svc.cluster.local: server misbehaving")
                .release(
                    "innocent",
                    97,
                    "notifier",
                    "notifier/src/pool.js",
                    "-  maxSockets: 50,\n+  maxSockets: 60,")),
        one(
            "what several services run on is gone, and nothing says so",
            errors("checkout", "checkout errors")
                .heard("checkout", "checkout-1", Scene.ONSET)
                .heard("checkout", "checkout-2", Scene.MINUTES)
                .heard("search", "search-1", Scene.ONSET)
                .heard("search", "search-2", Scene.MINUTES)
                .heard("mailer", "mailer-1", Scene.ONSET)
                .heard("mailer", "mailer-2", Scene.MINUTES)
                .heard("warehouse", "warehouse-1", Scene.MINUTES)
                .error("checkout", "request failed")
                .release(
                    "innocent",
                    92,
                    "checkout",
                    "checkout/src/words.js",
                    "-  return 'Pay';\n+  return 'Pay now';")),
        one(
            "three times as many ask, where nobody of ours calls",
            slow("tickets", "tickets latency")
                .step("tickets", "http_requests_rate", 40, 130)
                .step("tickets", "process_cpu_utilization", 0.3, 0.97)
                .calls("tickets", "slow", "tickets", "seats")
                .release(
                    "innocent",
                    96,
                    "tickets",
                    "tickets/src/words.js",
                    "-  return 'Tickets';\n+  return 'Your tickets';")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outside")
  void blamesNoChange(String name, Scene scene) {
    Diagnosis diagnosis = scene.diagnose();
    assertThat(diagnosis).as(name + ": " + diagnosis).isInstanceOf(Diagnosis.NoCodeCause.class);
  }

  static Stream<Arguments> neither() {
    return Stream.of(
        one(
            "only look-alikes, and nothing else is known",
            errors("orders", "orders errors")
                .error("orders", "NullPointerException at Cart.total")
                .release(
                    "innocent",
                    97,
                    "orders",
                    "orders/src/Api.java",
                    "-    client.setTimeout(Duration.ofSeconds(60));\n+    client.setTimeout(Duration.ofMinutes(1));")
                .release(
                    "innocent2",
                    98,
                    "orders",
                    "orders/src/Log.java",
                    "-    log.info(\"total {}\", total);\n+    log.info(\"cart total {}\", total);")),
        one(
            "the mechanism fits, but it came after",
            errors("orders", "orders errors")
                .error("orders", "connection pool exhausted: timeout waiting for idle object")
                .release(
                    "innocent",
                    104,
                    "orders",
                    "orders/app.properties",
                    "-db.pool.max-active=50\n+db.pool.max-active=5")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("neither")
  void accusesNobodyWithoutGrounds(String name, Scene scene) {
    Diagnosis diagnosis = scene.diagnose();
    assertThat(diagnosis.details().causes())
        .as(name + ": " + diagnosis)
        .filteredOn(cause -> diagnosis instanceof Diagnosis.Identified)
        .allMatch(cause -> cause.change() == null);
  }
}
