package dev.inquest.playbooks.evolve.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WritersTest {
  private static final List<Block> BAD =
      List.of(
          new Block.Heading(1, "<img src=x onerror=1>"),
          new Block.Text("a & b <script>alert(1)</script> [x](javascript:1) `code`"),
          new Block.Table(List.of("a|b"), List.of(List.of("\"'><b>|\n# no"))),
          new Block.Chart("\"><script>", List.of(0.5, 0.6), List.of(2)));

  @Test
  void nothingOfATextBecomesMarkupOfAPage() {
    assertThat(HtmlWriter.write("<t>", BAD))
        .contains("<title>&lt;t&gt;</title>", "&lt;script&gt;alert(1)", "&quot;&#39;&gt;&lt;b&gt;")
        .doesNotContain("<script", "<img", "<b>", "<t>");
  }

  @Test
  void norOfMarkdown() {
    assertThat(MarkdownWriter.write(BAD))
        .contains("a\\|b", "\\[x\\]", "\\`code\\`", "# no |")
        .doesNotContain("<script", "<img", "\n# no");
  }

  @Test
  void aChartStepsAndMarksWhatWasKept() {
    String svg = Curve.svg(new Block.Chart("Score", List.of(0.5, 0.5, 0.7), List.of(3)));
    assertThat(svg)
        .contains("aria-label=\"Score\"", "<title>round 3: kept</title>")
        .contains("points=\"56.0,")
        .doesNotContain("NaN");
    assertThat(Curve.svg(new Block.Chart("One", List.of(0.5), List.of()))).doesNotContain("NaN");
  }

  @Test
  void inTextAChartIsTheRoundsInWhichItChanged() {
    Block.Table table =
        MarkdownWriter.changes(
            new Block.Chart("Score", List.of(0.5, 0.5, 0.7, 0.7, 0.7), List.of(3)));
    assertThat(table.rows())
        .containsExactly(
            List.of("1", "0.5000", ""), List.of("3", "0.7000", "kept"), List.of("5", "0.7000", ""));
  }
}
