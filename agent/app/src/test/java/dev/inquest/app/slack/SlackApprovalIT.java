package dev.inquest.app.slack;

import static dev.inquest.app.slack.Scene.ADA;
import static dev.inquest.app.slack.Scene.DEV;
import static dev.inquest.app.slack.Scene.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.slack.Clicker.Click;
import dev.inquest.app.testing.Until;
import dev.inquest.kit.PublishedSlack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alert, investigation, card, signed click, merge request. */
class SlackApprovalIT {
  @TempDir Path folder;
  private @Nullable Scene open;

  private Scene scene(String policy) throws Exception {
    Scene scene = new Scene(folder, policy);
    open = scene;
    return scene;
  }

  @AfterEach
  void stop() {
    Scene scene = open;
    if (scene != null) {
      scene.close();
      assertThat(scene.slack.violations).isEmpty();
    }
  }

  @Test
  void oneSignedClickOpensOneMergeRequestOfExactlyWhatWasShown() throws Exception {
    Scene scene = scene(builtIn());
    String button = scene.asked();
    String base = scene.shop.head("main");
    refusedClicks(scene, button);

    Click approve = Click.of(ADA, "approve", button);
    List<CompletableFuture<Integer>> twice =
        List.of(
            CompletableFuture.supplyAsync(() -> scene.clicker.click(approve)),
            CompletableFuture.supplyAsync(() -> scene.clicker.click(approve)));
    assertThat(twice).extracting(CompletableFuture::join).containsExactly(200, 200);
    scene.awaitState("opened");

    assertThat(scene.clicker.click(approve)).as("replayed").isEqualTo(200);
    assertThat(scene.clicker.click(Click.of(GRACE, "reject", button))).as("late").isEqualTo(200);
    assertThat(scene.decisions()).containsExactly("ada approve slack");
    assertThat(scene.texts("SELECT state FROM gate.warrant")).containsExactly("done");
    assertThat(scene.shop.proposed())
        .containsExactlyElementsOf(
            scene.texts("SELECT 'inquest/' || left(digest, 12) FROM gate.proposal"));
    String branch = scene.shop.proposed().getFirst();
    assertThat(scene.shop.parents(branch)).containsExactly(base);
    assertThat(scene.shop.files(branch))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "db/migration/V1__orders.sql",
                "CREATE TABLE orders (id bigint);\n",
                Scene.FILE,
                Scene.SQL,
                Scene.FILE + ".conf",
                Scene.CONF));
    awaitCardWithoutButtons(scene, "approved by ada");
  }

  private static void refusedClicks(Scene scene, String button) throws IOException {
    Click good = Click.of(ADA, "approve", button);
    Instant now = Instant.now();
    assertThat(scene.clicker.forged(good)).as("another secret").isEqualTo(401);
    assertThat(scene.clicker.at(now.minusSeconds(310), good)).as("stale").isEqualTo(401);
    assertThat(scene.clicker.at(now.plusSeconds(310), good)).as("of the future").isEqualTo(401);
    assertThat(scene.clicker.swapped(Click.of(ADA, "reject", button), good))
        .as("another body than the signed one")
        .isEqualTo(401);
    assertThat(scene.clicker.click(new Click("T0OTHER00", ADA, "approve", button)))
        .as("another workspace")
        .isEqualTo(403);
    assertThat(scene.clicker.click(Click.of("U0NOBODY1", "approve", button)))
        .as("an unmapped user")
        .isEqualTo(403);
    assertThat(scene.clicker.click(Click.of(DEV, "approve", button)))
        .as("a person without the role")
        .isEqualTo(403);
    assertThat(scene.clicker.click(Click.of(ADA, "approve", "0".repeat(64) + "-1")))
        .as("a made-up button")
        .isEqualTo(403);
    assertThat(scene.clicker.click(Click.of(ADA, "approve", button.replaceAll("-1$", "-7"))))
        .as("a revision never shown")
        .isEqualTo(403);

    assertThat(scene.decisions()).isEmpty();
    assertThat(scene.state()).isEqualTo("asked");
    assertThat(scene.texts("SELECT nonce FROM gate.warrant")).isEmpty();
    assertThat(scene.shop.proposed()).isEmpty();
  }

  @Test
  void rejectedInSlackNothingIsOpened() throws Exception {
    Scene scene = scene(builtIn());
    String button = scene.asked();

    assertThat(scene.clicker.click(Click.of(GRACE, "reject", button))).isEqualTo(200);

    scene.awaitState("rejected");
    awaitCardWithoutButtons(scene, "rejected by grace");
    assertThat(scene.clicker.click(Click.of(ADA, "approve", button))).as("late").isEqualTo(200);
    assertThat(scene.decisions()).containsExactly("grace reject slack");
    assertThat(scene.texts("SELECT nonce FROM gate.warrant")).isEmpty();
    assertThat(scene.shop.proposed()).isEmpty();
  }

  @Test
  void anOldCardDecidesNothingWhereTwoMustApprove() throws Exception {
    Scene scene = scene(builtIn().replace("medium: {people: 1", "medium: {people: 2"));
    String first = scene.asked();
    assertThat(scene.clicker.click(Click.of(ADA, "approve", first))).isEqualTo(200);
    Until.holds(
        "the card has new buttons",
        () -> scene.button().filter(now -> !now.equals(first)).isPresent());
    String second = scene.button().orElseThrow();

    assertThat(scene.clicker.click(Click.of(GRACE, "approve", first))).as("old").isEqualTo(403);
    assertThat(scene.clicker.click(Click.of(ADA, "approve", second))).as("again").isEqualTo(200);
    assertThat(scene.decisions()).containsExactly("ada approve slack");
    assertThat(scene.state()).isEqualTo("asked");

    assertThat(scene.clicker.click(Click.of(GRACE, "approve", second))).isEqualTo(200);
    scene.awaitState("opened");
    assertThat(scene.decisions()).containsExactly("ada approve slack", "grace approve slack");
    assertThat(scene.shop.proposed()).hasSize(1);
    awaitCardWithoutButtons(scene, "approved by grace");
  }

  /** The root message and its one card in the thread, both edited in place. */
  private static void awaitCardWithoutButtons(Scene scene, String outcome) {
    Until.holds("the card says " + outcome, () -> card(scene).contains(outcome));
    assertThat(card(scene)).doesNotContain("\"action_id\"");
    List<PublishedSlack.Message> messages = scene.slack.messages;
    assertThat(messages).as("edited in place").hasSize(2);
    assertThat(messages.getLast().edits()).isPositive();
  }

  private static String card(Scene scene) {
    return scene.slack.messages.getLast().parameters().getOrDefault("blocks", "");
  }

  private static String builtIn() throws IOException {
    try (InputStream in = SlackApprovalIT.class.getResourceAsStream("/policy/default.yml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
