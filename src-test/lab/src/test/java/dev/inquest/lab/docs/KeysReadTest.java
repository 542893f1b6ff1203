package dev.inquest.lab.docs;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.config.Key;
import dev.inquest.app.config.KeyList;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** No key that nothing reads, none read that the list does not know, no other default. */
class KeysReadTest {
  /** A key where code asks for one by name. */
  private static final Pattern ASKED =
      Pattern.compile(
          "(?:\\$\\{|(?:text|bind|bindOrCreate|get|port|ConditionalOnProperty)"
              + "\\(\\s*(?:name = )?\\{?\\s*\")"
              + "((?:inquest|server)\\.[a-z0-9.-]+[a-z0-9])");

  /** Built from parts, or Spring's own. */
  private static final Set<String> OTHERWISE =
      Set.of(
          "inquest.database.owner.password",
          "inquest.database.agent.password",
          "inquest.database.gate.password",
          "server.port");

  @Test
  void everyKeyIsRead() {
    Set<String> read = new TreeSet<>(BoundKeys.all().keySet());
    read.addAll(asked());
    read.addAll(OTHERWISE);

    assertThat(names()).allSatisfy(key -> assertThat(read).contains(key));
  }

  @Test
  void whatIsReadIsInTheList() {
    Set<String> known = names();
    KeyList.all().stream().filter(Key::secret).forEach(key -> known.add(key.name() + "-file"));

    assertThat(known).containsAll(BoundKeys.all().keySet());
    assertThat(asked())
        .allSatisfy(key ->
            assertThat(known)
                .as(key)
                .anyMatch(name ->
                    name.equals(key) || name.startsWith(key + ".") || name.startsWith(key + "[")));
  }

  @Test
  void theDefaultsAreTheRecords() {
    Map<String, String> declared = BoundKeys.all();
    declared.values().removeIf(String::isEmpty);
    assertThat(declared).hasSizeGreaterThan(30);

    for (Key key : KeyList.all()) {
      if (declared.containsKey(key.name())) {
        assertThat(normal(key.type(), key.standard()))
            .as(key.name())
            .isEqualTo(normal(key.type(), String.valueOf(declared.get(key.name()))));
      }
    }
  }

  private static Set<String> names() {
    return KeyList.all().stream().map(Key::name).collect(toSet());
  }

  private static Set<String> asked() {
    Set<String> asked = new TreeSet<>();
    for (String ending : new String[] {".java", ".yml", ".properties"}) {
      for (Path file : Checkout.sources(ending)) {
        Matcher matcher = ASKED.matcher(Checkout.read(file));
        while (matcher.find()) {
          asked.add(matcher.group(1));
        }
      }
    }
    return asked;
  }

  private static String normal(String type, String standard) {
    StringBuilder normal = new StringBuilder();
    for (String one : standard.split(", ", -1)) {
      normal
          .append(
              switch (type) {
                case "duration" -> DurationStyle.detectAndParse(one);
                case "bytes" -> DataSize.parse(one);
                default -> one;
              })
          .append(' ');
    }
    return normal.toString();
  }
}
