package dev.inquest.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.diagnosis.RefutedChange;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

class ReportTest {

  @Test
  void theReaderMeetsVerdictThenCauseThenImpactThenProof() {
    assertInOrder(
        MarkdownReport.of(Stories.identified()),
        "**Act.**",
        "## Cause",
        "very likely (0.94)",
        "Speaks for it:",
        "supported: new statement, 18/s (statement-shift, +9.12 dB)",
        "Speaks against it, or could not be tested:",
        "untestable: no other service",
        "## Impact",
        "## What proves it",
        "## Ruled out",
        "## Not checked",
        "logs: none were sent",
        "## Runner-up",
        "unlikely (0.03)",
        "## Change",
        "## Time to recover",
        "| 8.2 s | 6.1 s | unknown |");
    assertInOrder(
        html(Stories.identified(), "report"),
        "Act",
        "sends a query that no index serves",
        "<h2>Cause</h2>",
        "Speaks for it",
        "new statement, 18/s",
        "could not be tested",
        "<h2>Impact now</h2>",
        "What proves it",
        "<svg",
        "Before and after",
        "<h2>Ruled out</h2>",
        "<h2>Not checked</h2>",
        "Runner-up",
        "<h2>The change</h2>",
        "Rollback",
        "Time to recover");
  }

  @ParameterizedTest
  @MethodSource("stories")
  void textFromOutsideStaysText(Story story) {
    for (String template : new String[] {"report", "incident"}) {
      assertThat(html(story, template)).doesNotContain("<script>alert").contains("&lt;script&gt;");
    }
    assertThat(MarkdownReport.of(story))
        .doesNotContain("<script>", "[x](javascript")
        .doesNotContain("\u0007");
  }

  @Test
  void aStoryWithoutDiagnosisSaysThatItIsUnderWay() {
    assertThat(html(Stories.underWay(), "incident"))
        .contains("Investigating", "The first diagnosis is under way")
        .doesNotContain("<h2>Cause</h2>", "Was this right?");
  }

  @Test
  void aFalseAlarmProposesNothing() {
    assertThat(html(Stories.healthy(), "incident"))
        .contains("Nothing to do", "No change was ruled out")
        .doesNotContain("The change</h2>");
  }

  @Test
  void barsAreAsLongAsTheTimesTheyStandFor() {
    List<Contrast> contrasts = new Told(Stories.identified()).contrasts();

    Contrast selfTime = contrasts.getFirst();
    assertThat(selfTime.where()).isEqualTo("deliveries: SELECT parcels");
    assertThat(selfTime.sides())
        .containsExactly(
            new Contrast.Side("before", "3 ms", 1), new Contrast.Side("after", "240 ms", 100));
    Contrast rehearsed = contrasts.getLast();
    assertThat(rehearsed.where()).isEqualTo("parcels by ref");
    assertThat(rehearsed.what()).isEqualTo("the statement, on a copy of 200 thousand rows");
    assertThat(rehearsed.sides())
        .containsExactly(
            new Contrast.Side("no index", "22.7 ms", 100),
            new Contrast.Side("with index", "5.7 ms", 25));
  }

  @Test
  void whatSlowRequestsHaveInCommonIsShown() {
    String told = "92 % of the slow ones have tenant acme";

    assertThat(html(Stories.identified(), "incident")).contains(told, "of the fast ones 4 %");
    assertThat(MarkdownReport.of(Stories.identified())).contains(told, "(`e11`)");
  }

  @Test
  void changesWithTheSameReasonAreRuledOutTogether() {
    assertThat(new Told(Stories.identified()).ruledOut())
        .extracting(ruledOut -> ruledOut.changes().stream().map(RefutedChange::change).toList())
        .containsExactly(List.of("8c1d22e", "b77e010"));
  }

  @Test
  void whatIsRuledOutIsNamedInItsOwnWords() {
    assertThat(MarkdownReport.of(Stories.identified()))
        .contains("- `8c1d22e` Reword ")
        .contains(", `b77e010`: ");
  }

  @Test
  void theReaderIsNotToldIdsOfHypotheses() {
    assertThat(new Told(Stories.identified()).missing())
        .containsExactly("logs: none were sent", "control-services: no other service");
  }

  @Test
  void theChartShowsOnsetAndEveryDeploy() {
    assertThat(LineChart.svg(Stories.picture()))
        .contains("class=\"onset\"", "deploy 8c1d22e", "deploy b77e010", "marker guilty")
        .doesNotContain("NaN", "style=");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0000123, 12.3 µs",
    "0.0123, 12.3 ms",
    "0.2399, 240 ms",
    "1, 1 s",
    "61.25, 61.3 s",
    "200, 3 min 20 s",
    "7200, 2 h"
  })
  void timesAreShownWithTheUnitThatSuitsThem(double seconds, String shown) {
    assertThat(Words.seconds(seconds)).isEqualTo(shown);
  }

  @Test
  void quantilesAreThoseOfType7() {
    double[] four = {1, 2, 3, 4};
    assertThat(FleetMttr.quantile(four, 0.5)).isEqualTo(2.5);
    assertThat(FleetMttr.quantile(four, 0.9))
        .isCloseTo(3.7, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(FleetMttr.quantile(new double[0], 0.5)).isNull();
  }

  static Stream<Story> stories() {
    return Stream.of(Stories.identified(), Stories.healthy(), Stories.underWay());
  }

  private static void assertInOrder(String text, String... parts) {
    int at = 0;
    for (String part : parts) {
      int found = text.indexOf(part, at);
      assertThat(found).as("'%s' after position %d of%n%s", part, at, text).isNotNegative();
      at = found;
    }
  }

  static String html(Story story, String template) {
    MockServletContext servlet = new MockServletContext();
    JakartaServletWebApplication web = JakartaServletWebApplication.buildApplication(servlet);
    WebContext context =
        new WebContext(
            web.buildExchange(new MockHttpServletRequest(servlet), new MockHttpServletResponse()),
            Locale.ROOT);
    context.setVariable("story", story);
    context.setVariable("told", new Told(story));
    context.setVariable("charts", story.pictures().stream().map(LineChart::svg).toList());
    context.setVariable("chartData", story.pictures().stream().map(_ -> "{}").toList());
    context.setVariable("view", View.INSTANCE);
    context.setVariable("styleSheet", "");
    return engine().process(template, context);
  }

  private static SpringTemplateEngine engine() {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("templates/");
    resolver.setSuffix(".html");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    engine.setEnableSpringELCompiler(false);
    return engine;
  }
}
