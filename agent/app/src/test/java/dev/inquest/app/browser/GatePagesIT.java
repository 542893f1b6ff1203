package dev.inquest.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gate's pages in a browser: what is decided is what was shown, once. */
class GatePagesIT {
  private static final String APPROVE = "button[value=approve]";
  private static @Nullable World opened;
  private static String incident = "";

  @BeforeAll
  static void open() {
    World world = World.begin();
    opened = world;
    incident = world.incident();
  }

  @AfterAll
  static void close() {
    if (opened != null) {
      opened.close();
    }
  }

  @AfterEach
  void forget() {
    world().forgetProposals();
  }

  private static World world() {
    return Objects.requireNonNull(opened);
  }

  private static String address(String proposal) {
    return world().gateUrl() + "/proposals/" + proposal;
  }

  private static Visit signedIn(Visit visit) {
    visit.signIn(world().gateUrl(), TestGate.PERSON, TestGate.PASSWORD);
    return visit;
  }

  private static String decisions(String proposal) {
    return world()
        .gate("SELECT count(*)::text FROM gate.decision WHERE proposal = '" + proposal + "'");
  }

  @Test
  void theClickApprovesExactlyTheDigestShownAndASecondDecidesNothing() {
    String proposal = world().ask(incident, "Index once");
    try (Visit first = signedIn(world().chromium().desk());
        Visit second = signedIn(world().chromium().phone())) {
      first.go(address(proposal));
      second.go(address(proposal));
      String shown = first.page().locator("code.digest").innerText();

      first.page().click(APPROVE);
      assertThat(first.text()).contains("Your decision is recorded");
      second.page().click(APPROVE);

      assertThat(second.text()).contains("Nothing changed: it is").contains(TestGate.PERSON);
      assertThat(decisions(proposal)).isEqualTo("1");
      assertThat(
              world().gate("SELECT digest FROM gate.decision WHERE proposal = '" + proposal + "'"))
          .isEqualTo(shown);
      first.go(address(proposal));
      assertThat(first.page().locator(APPROVE).count()).isZero();
      assertThat(first.complaints()).isEmpty();
    }
  }

  @Test
  void anEditedDigestIsRefused() {
    String proposal = world().ask(incident, "Index edited");
    try (Visit desk = signedIn(world().chromium().desk())) {
      desk.go(address(proposal));
      desk.page().evaluate("document.querySelector('[name=digest]').value = 'f'.repeat(64)");
      desk.page().click(APPROVE);

      assertThat(desk.text()).contains("Not recorded:");
      assertThat(decisions(proposal)).isEqualTo("0");
    }
  }

  @Test
  void aPageThatIsOlderThanItsSessionRecordsNothing() {
    String proposal = world().ask(incident, "Index stale");
    try (Visit desk = signedIn(world().chromium().desk())) {
      desk.go(address(proposal));
      Page page = desk.page();
      page.evaluate("document.querySelector('.decide [name=_csrf]').value = 'stale'");
      page.click(APPROVE);

      assertThat(desk.text()).contains("That was refused", "Nothing was recorded");
      assertThat(decisions(proposal)).isEqualTo("0");
    }
  }

  @Test
  void itReadsWholeOnAPhoneWithoutScripts() {
    String proposal = world().ask(incident, "Index " + Hostile.SCRIPT);
    try (Visit phone = world().chromium().phoneWithoutScripts();
        Visit measured = signedIn(world().chromium().phone())) {
      phone.go(address(proposal));
      phone.page().fill("#username", TestGate.PERSON);
      phone.page().fill("#password", TestGate.PASSWORD);
      phone.page().click("button[type=submit]");

      assertThat(phone.page().url()).as("signing in leads back").contains(proposal);
      assertThat(phone.text())
          .contains("Checked by the gate", "Stated by the agent", "Against it, or not checked")
          .contains("CREATE INDEX CONCURRENTLY", "Rollback", "Approve exactly this change")
          .contains("<script>document.title=", Hostile.UNBROKEN);
      measured.go(address(proposal));
      assertThat(measured.overflow()).isLessThanOrEqualTo(0);
      assertThat(measured.number("document.querySelectorAll('img, script').length")).isZero();
      assertThat(measured.complaints()).isEmpty();
      assertThat(measured.page().locator(".hint a").first().getAttribute("href"))
          .isEqualTo(world().agentUrl() + "/incidents/" + incident);
    }
  }

  @Test
  void inTheDarkAndInTheLightAllTextStandsOut() {
    String proposal = world().ask(incident, "Index in the dark");
    try (Visit dark = signedIn(world().chromium().dark());
        Visit light = signedIn(world().chromium().desk())) {
      for (Visit visit : new Visit[] {dark, light}) {
        for (String page : new String[] {proposal, "", "none"}) {
          visit.go(address(page));
          assertThat(Contrasts.tooLittle(visit)).as(page).isEmpty();
        }
      }
    }
  }

  @Test
  void anAddressThatLeadsNowhereIsAPageToo() {
    try (Visit phone = signedIn(world().chromium().phone())) {
      assertThat(phone.go(world().gateUrl() + "/nothing/here")).isEqualTo(404);
      assertThat(phone.text()).contains("There is no such page", "All proposals");
      assertThat(phone.overflow()).isLessThanOrEqualTo(0);
    }
  }
}
