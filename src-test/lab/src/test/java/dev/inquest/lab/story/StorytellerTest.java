package dev.inquest.lab.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StorytellerTest {
  @Test
  void theSameSeedTellsTheSameStory() {
    assertThat(Storyteller.tell(7, false)).isEqualTo(Storyteller.tell(7, false));
  }

  @Test
  void theCulpritAddsAStatementAndForgetsItsMigration() {
    LongStream.range(0, 40)
        .mapToObj(seed -> Storyteller.tell(seed, false))
        .forEach(story -> {
          String query = "queries/" + story.target().statement() + ".sql";
          assertThat(story.culprit().files().get(query))
              .contains("WHERE " + story.target().column() + " = :" + story.target().column());
          assertThat(story.culprit().files().keySet())
              .noneMatch(path -> path.startsWith("db/migration/"));
          assertThat(story.culprit().files())
              .hasEntrySatisfying(
                  "endpoints/" + story.target().endpoint() + ".properties",
                  text -> assertThat(text).contains(story.target().statement()));
        });
  }

  @Test
  void aControlDiffersOnlyInTheMigration() {
    Story control = Storyteller.tell(9, true);
    Story story = Storyteller.tell(9, false);
    assertThat(control.history()).isEqualTo(story.history());
    assertThat(control.culprit().files()).containsAllEntriesOf(story.culprit().files());
    assertThat(control.culprit().files().keySet())
        .filteredOn(path -> !story.culprit().files().containsKey(path))
        .hasSize(2)
        .allMatch(path -> path.startsWith("db/migration/V"));
  }

  @Test
  void innocentsReallyChangeSomething() {
    LongStream.range(0, 40)
        .mapToObj(seed -> Storyteller.tell(seed, false))
        .forEach(story -> {
          assertThat(story.before().title()).isNotEqualTo(story.after().title());
          assertThat(story.before().files()).isNotEmpty();
          assertThat(story.after().files()).isNotEmpty();
        });
    String settings = ShopFiles.base("shop").get("shop.properties");
    for (Innocent innocent : Innocent.ALL) {
      assertThat(innocent.applyTo(ShopFiles.base("shop")).values())
          .isNotEmpty()
          .doesNotContain(settings);
    }
  }

  @Test
  void seedsVaryServiceTableColumnAndNumbering() {
    Set<String> services = new HashSet<>();
    Set<String> columns = new HashSet<>();
    Set<Boolean> padded = new HashSet<>();
    for (long seed = 0; seed < 60; seed++) {
      Story story = Storyteller.tell(seed, false);
      services.add(story.service());
      columns.add(story.target().table() + "." + story.target().column());
      padded.add(
          story.history().get(1).files().keySet().stream().anyMatch(p -> p.contains("V001__")));
    }
    assertThat(services).hasSizeGreaterThan(4);
    assertThat(columns).hasSize(Target.ALL.size());
    assertThat(padded).hasSize(2);
  }
}
