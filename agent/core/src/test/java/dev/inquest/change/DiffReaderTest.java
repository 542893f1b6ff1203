package dev.inquest.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiffReaderTest {
  /** A diff of one hunk; lines carry their sign. */
  private static String diff(String path, String... lines) {
    long removed = Stream.of(lines).filter(l -> !l.startsWith("+")).count();
    long added = Stream.of(lines).filter(l -> !l.startsWith("-")).count();
    return "diff --git a/%1$s b/%1$s\n--- a/%1$s\n+++ b/%1$s\n@@ -1,%2$d +1,%3$d @@\n%4$s\n"
        .formatted(path, removed, added, String.join("\n", lines));
  }

  static Stream<Arguments> samples() {
    return Stream.of(
        one(
            "java query",
            diff(
                "src/Orders.java",
                " class Orders {",
                "+  String sql = \"SELECT id FROM orders WHERE voucher = ?\";"),
            Mechanism.SQL_QUERY),
        one(
            "python query in a text block",
            diff(
                "app/orders.py",
                "+    cursor.execute(\"\"\"",
                "+        select id from orders",
                "+        where voucher = %s",
                "+    \"\"\", (voucher,))"),
            Mechanism.SQL_QUERY),
        one(
            "go query in back quotes",
            diff("orders.go", "+  rows := db.Query(`select id from orders where voucher = $1`, v)"),
            Mechanism.SQL_QUERY),
        one(
            "file of sql",
            diff("queries/orders.sql", "+SELECT id FROM orders", "+WHERE voucher = :voucher"),
            Mechanism.SQL_QUERY),
        one(
            "index",
            diff("db/V7__x.sql", "+CREATE UNIQUE INDEX x ON orders (voucher);"),
            Mechanism.SCHEMA),
        one(
            "comment in a file of sql",
            diff("queries/orders.sql", "+-- the newest first", " SELECT id FROM orders"),
            Mechanism.COMMENT),
        one(
            "log text",
            diff("src/Web.java", "-    log.info(\"shown\");", "+    log.info(\"order shown\");"),
            Mechanism.LOG_TEXT),
        one(
            "log level of a setting",
            diff("application.yml", "-logging.level.root: info", "+logging.level.root: debug"),
            Mechanism.LOG_LEVEL),
        one(
            "what a log line shows is no level",
            diff(
                "config/logging.yaml",
                "-  pattern: \"%d %level %logger{80} %msg\"",
                "+  pattern: \"%d %level %logger{36} %msg\""),
            Mechanism.LOG_TEXT),
        one(
            "the line that logs is dear to find",
            diff(
                "config/logging.yaml",
                "-  pattern: \"%d %logger{80} %msg\"",
                "+  pattern: \"%d %logger{80}:%L %msg\""),
            Mechanism.CONFIG_VALUE),
        one(
            "javascript console",
            diff("web/index.js", "+  console.error(\"no basket\")"),
            Mechanism.LOG_TEXT),
        one("comment", diff("src/Web.java", "+  // why this is so"), Mechanism.COMMENT),
        one("python comment", diff("app/web.py", "+# why this is so"), Mechanism.COMMENT),
        one("readme", diff("README.md", "+More words"), Mechanism.DOCUMENTATION),
        one("test", diff("src/test/java/WebTest.java", "+  int x = 1;"), Mechanism.TEST),
        one("go test", diff("web/web_test.go", "+  x := 1"), Mechanism.TEST),
        one("ci", diff(".gitlab-ci.yml", "+  script: make"), Mechanism.BUILD),
        one(
            "pool",
            diff("application.properties", "-db.maximum-pool-size=20", "+db.maximum-pool-size=2"),
            Mechanism.POOL_SIZE),
        one(
            "timeout",
            diff("shop.properties", "-statement.timeout-s=5", "+statement.timeout-s=1"),
            Mechanism.TIMEOUT),
        one("retry", diff("client.ts", "+  const maxAttempts = 9;"), Mechanism.RETRY),
        one("cache", diff("src/Prices.kt", "-  @Cacheable(\"prices\")"), Mechanism.CACHE),
        one(
            "limit",
            diff("deploy.yaml", "-      memory-limit: 512Mi", "+      memory-limit: 64Mi"),
            Mechanism.LIMIT),
        one(
            "null handling",
            diff("src/Basket.java", "-    if (voucher == null) return sum;"),
            Mechanism.NULL_HANDLING),
        one(
            "dependency",
            diff("pom.xml", "-  <version>1.0</version>", "+  <version>2.0</version>"),
            Mechanism.DEPENDENCY_VERSION),
        one(
            "setting",
            diff("shop.properties", "-banner.colour=teal", "+banner.colour=amber"),
            Mechanism.CONFIG_VALUE),
        one(
            "other code",
            diff("src/Sum.java", "-    return a + b;", "+    return a * b;"),
            Mechanism.OTHER_CODE));
  }

  private static Arguments one(String name, String diff, Mechanism expected) {
    return Arguments.of(name, diff, expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void saysWhatADiffDoes(String name, String diff, Mechanism expected) {
    assertThat(DiffReader.read(diff).mechanisms()).as(name).containsExactly(expected);
  }

  @Test
  void anAddedPredicateOfAnOldStatementIsAChangedQuery() {
    DiffReading reading =
        DiffReader.read(
            diff(
                "src/Orders.java",
                " String sql = \"SELECT id FROM orders \"",
                "-   + \"WHERE id = ?\";",
                "+   + \"WHERE id = ? AND voucher = ?\";"));
    assertThat(reading.mechanisms()).contains(Mechanism.SQL_QUERY);
    List<String> wanted =
        StatementText.tokens("SELECT id FROM orders WHERE id = $1 AND voucher = $2");
    assertThat(StatementText.contains(reading.sql().getFirst().after(), wanted)).isTrue();
    assertThat(StatementText.contains(reading.sql().getFirst().before(), wanted)).isFalse();
  }

  @Test
  void aNumberChangedHasItsFactor() {
    DiffReading reading = DiffReader.read(diff("a.yml", "-  pool-size: 20", "+  pool-size: 2"));
    assertThat(reading.values()).containsExactly(new ValueChange("pool-size", 20, 2));
    assertThat(reading.values().getFirst().factor()).isEqualTo(0.1);
  }

  @Test
  void nonsenseIsReadAsNothing() {
    assertThat(DiffReader.read("@@ -1,9 +1,9 @@\nwhatever\n+++\n--- x").mechanisms()).isEmpty();
    assertThat(DiffReader.read("").mechanisms()).isEmpty();
  }

  @Test
  void severalFilesStandApart() {
    String two = diff("README.md", "+x") + diff("src/Sum.java", "+  return a * b;");
    assertThat(UnifiedDiff.read(two))
        .extracting(DiffFile::path)
        .containsExactly("README.md", "src/Sum.java");
    assertThat(DiffReader.read(two).inert()).isFalse();
    assertThat(DiffReader.read(diff("README.md", "+x")).inert()).isTrue();
  }

  @Test
  void aLineThatLooksLikeAHeaderIsContent() {
    String tricky = diff("a.sql", "--- no header", "++++ neither");
    assertThat(UnifiedDiff.read(tricky)).hasSize(1);
    assertThat(UnifiedDiff.read(tricky).getFirst().lines()).hasSize(2);
  }
}
