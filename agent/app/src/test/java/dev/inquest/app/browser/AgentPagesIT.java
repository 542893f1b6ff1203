package dev.inquest.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent's pages as the one who was paged sees them, every text in them hostile. */
class AgentPagesIT {
  private static final double CLOSE_PIXELS = 2;
  private static @Nullable World opened;
  private static String incident = "";
  private static String proposal = "";

  @BeforeAll
  static void open() {
    World world = World.begin();
    opened = world;
    incident = world.incident();
    proposal = world.ask(incident, "Index " + Hostile.SCRIPT);
  }

  @AfterAll
  static void close() {
    if (opened != null) {
      opened.close();
    }
  }

  private static World world() {
    return java.util.Objects.requireNonNull(opened);
  }

  private static String address(String path) {
    return world().agentUrl() + path.replace("{id}", incident);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/incidents/{id}", "/incidents/{id}/report.html"})
  void aPhoneShowsItWhole(String path) {
    try (Visit phone = world().chromium().phone()) {
      assertThat(phone.go(address(path))).isEqualTo(200);

      assertThat(phone.overflow()).as("pixels beyond the edge").isLessThanOrEqualTo(0);
      assertThat(phone.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/incidents/{id}", "/incidents/{id}/report.html"})
  void hostileTextIsOnlyText(String path) {
    try (Visit desk = world().chromium().desk()) {
      desk.go(address(path));

      assertThat(desk.text()).contains("<script>document.title=").contains(Hostile.UNBROKEN);
      assertThat(desk.page().title()).doesNotStartWith("owned");
      assertThat(desk.number("document.querySelectorAll('img, main script').length")).isZero();
      assertThat(desk.overflow()).isLessThanOrEqualTo(0);
      assertThat(desk.complaints()).isEmpty();
    }
  }

  @Test
  void whatAnAlertSaysNeitherReordersNorColours() {
    try (Visit desk = world().chromium().desk()) {
      desk.go(address("/incidents/{id}"));
      desk.page().locator("#alerts > summary").click();

      assertThat(desk.page().locator("#alerts").innerText())
          .contains("Log line:", "gpj.exe")
          .doesNotContain("\u202E", "\u001B");
    }
  }

  @Test
  void withoutScriptsAllOfItCanBeRead() {
    try (Visit phone = world().chromium().phoneWithoutScripts()) {
      phone.go(address("/incidents/{id}"));

      assertThat(phone.text())
          .containsSubsequence(
              "Act",
              "Cause",
              "very likely (0.94)",
              "Speaks for it",
              "could not be tested",
              "Impact now",
              "What proves it",
              "Ruled out",
              "Not checked",
              "The change",
              "CREATE INDEX CONCURRENTLY",
              "Rollback",
              "Read and decide at the gate",
              "It was something else",
              "UTC");
      assertThat(phone.page().locator(".plot svg").first().boundingBox().height).isGreaterThan(100);
    }
  }

  @Test
  void timesAreInTheReadersZoneAndSayUtcOnHover() {
    try (Visit desk = world().chromium().desk()) {
      desk.go(address("/incidents/{id}"));

      Locator time = desk.page().locator(".verdict time").first();
      assertThat(time.innerText()).endsWith("GMT+9");
      assertThat(time.getAttribute("title")).endsWith(" UTC");
      assertThat(desk.page().locator("#timeline summary").innerText()).contains("GMT+9");
    }
  }

  @Test
  void aChartCanBePointedAtAndHasItsTable() {
    try (Visit desk = world().chromium().desk()) {
      desk.go(address("/incidents/{id}"));

      Locator figure = desk.page().locator("figure[data-chart]").first();
      figure.locator("canvas").waitFor();
      assertThat(figure.locator(".plot").getAttribute("aria-label")).contains("before");
      figure.locator("summary").click();
      assertThat(figure.locator("tbody tr").count()).isGreaterThan(10);
    }
  }

  @Test
  void inTheDarkAndInTheLightAllTextStandsOut() {
    try (Visit dark = world().chromium().dark();
        Visit light = world().chromium().desk()) {
      for (Visit visit : new Visit[] {dark, light}) {
        for (String path : new String[] {"/", "/incidents/{id}", "/incidents/none"}) {
          visit.go(address(path));
          assertThat(Contrasts.tooLittle(visit)).as(path).isEmpty();
        }
      }
    }
  }

  @Test
  void whatIsNewComesInWithoutMovingTheReader() {
    try (Visit desk = world().chromium().desk()) {
      Page page = desk.page();
      desk.go(address("/incidents/{id}"));
      page.setViewportSize(1280, 300);
      page.locator("#evidence > summary").click();
      page.locator("#alerts > summary").click();
      Locator reading = page.locator("#alerts");
      reading.evaluate("e => e.scrollIntoView({block: 'start'})");
      double before = reading.boundingBox().y;

      world().fire("Joining");

      told(desk, "Joining").waitFor();
      assertThat(page.locator("#e2").isVisible()).as("what was unfolded stays so").isTrue();
      assertThat(reading.boundingBox().y).isBetween(before - CLOSE_PIXELS, before + CLOSE_PIXELS);
      assertThat(page.locator("figure[data-chart] canvas").count()).isPositive();
      assertThat(desk.complaints()).isEmpty();
    }
  }

  @Test
  void whatIsBeingTypedStays() {
    try (Visit typing = world().chromium().desk();
        Visit watching = world().chromium().desk()) {
      typing.go(address("/incidents/{id}"));
      watching.go(address("/incidents/{id}"));
      typing.page().locator("#was").fill("a full disk");

      world().fire("Interrupting");

      told(watching, "Interrupting").waitFor();
      assertThat(told(typing, "Interrupting").count()).as("swapped under the hands").isZero();
      typing.page().locator("#was").blur();
      told(typing, "Interrupting").waitFor();
      assertThat(typing.page().locator("#was").inputValue()).isEqualTo("a full disk");
    }
  }

  private static Locator told(Visit visit, String words) {
    return visit.page().locator("#timeline").getByText(words).first();
  }

  @Test
  void theListFollows() {
    try (Visit desk = world().chromium().desk()) {
      desk.go(address("/"));

      world().fireElsewhere("New one");

      desk.page().locator("#list").getByText("New one").first().waitFor();
      assertThat(desk.complaints()).isEmpty();
    }
  }

  @Test
  void enterInTheFieldForSomethingElseSaysThat() {
    try (Visit desk = world().chromium().desk()) {
      desk.go(address("/incidents/{id}"));
      desk.page().locator("#was").fill("a full disk");
      desk.page().locator("#was").press("Enter");

      desk.page()
          .locator("#label")
          .getByText("says that the cause was wrong: it was a full disk")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    }
  }

  @Test
  void theKeyboardReachesContentFirstAndTheGate() {
    try (Visit desk = world().chromium().desk()) {
      desk.go(address("/incidents/{id}"));
      desk.page().keyboard().press("Tab");

      assertThat(desk.page().evaluate("document.activeElement.textContent"))
          .isEqualTo("Skip to content");
      assertThat(desk.page().locator(".decide a").first().getAttribute("href"))
          .isEqualTo(world().gateUrl() + "/proposals/" + proposal);
    }
  }

  @Test
  void anAddressThatLeadsNowhereIsAPageToo() {
    try (Visit phone = world().chromium().phone()) {
      assertThat(phone.go(address("/incidents/none"))).isEqualTo(404);
      assertThat(phone.text()).contains("There is no such page", "All incidents");
      assertThat(phone.overflow()).isLessThanOrEqualTo(0);
    }
  }
}
