package dev.inquest.playbooks.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import dev.inquest.failure.FailureException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenMetricsTextTest {
  @Test
  void gaugesKeepTimesValuesAndEscapes() {
    List<MetricSeries> read =
        read(
            """
            # HELP up Whether it is.
            # TYPE up gauge
            # UNIT up
            up{service="a\\"b\\\\c\\nd",} 1 1681771200
            up{service="a\\"b\\\\c\\nd",} NaN 1681771200.25
            up{service="x} y"} +Inf 1681771200
            up{service="x} y"} -1.5e3 1681771201 # {trace="1"} 2
            # EOF
            """);
    assertThat(read).hasSize(2);
    assertThat(read.getFirst().id()).isEqualTo(SeriesId.of("up", Map.of("service", "a\"b\\c\nd")));
    assertThat(read.getFirst().values(0, 2)).containsExactly(1, Double.NaN);
    assertThat(read.getFirst().millisAt(1)).isEqualTo(1_681_771_200_250L);
    assertThat(read.getLast().id().service()).isEqualTo("x} y");
    assertThat(read.getLast().values(0, 2)).containsExactly(Double.POSITIVE_INFINITY, -1500);
  }

  @Test
  void countersBecomeRatesAndAResetIsNoFall() {
    MetricSeries rates =
        read("""
        # TYPE http_requests counter
        http_requests_total{service="a"} 100 0
        http_requests_total{service="a"} 160 30
        http_requests_total{service="a"} 15 60
        # EOF
        """)
            .getFirst();
    assertThat(rates.id().name()).isEqualTo("http_requests_total");
    assertThat(rates.values(0, 2)).containsExactly(2.0, 0.5);
    assertThat(rates.millisAt(0)).isEqualTo(30_000);
  }

  @Test
  void histogramsBecomeStatistics() {
    List<MetricSeries> read =
        read(
            "# TYPE h histogram\n"
                + bucket("0.1", 0, 90, 90)
                + bucket("1", 0, 100, 100)
                + bucket("+Inf", 0, 100, 100)
                + "h_sum 0 0\nh_sum 8 10\nh_sum 8 20\n"
                + "h_count 0 0\nh_count 100 10\nh_count 100 20\n"
                + "# EOF\n");
    assertThat(value(read, "rate", 0)).isEqualTo(10.0);
    assertThat(value(read, "rate", 1)).isZero();
    assertThat(value(read, "mean", 0)).isEqualTo(0.08);
    assertThat(value(read, "p50", 0)).isCloseTo(0.1 * 50 / 90, within(1e-12));
    assertThat(value(read, "p95", 0)).isCloseTo(0.1 + 0.9 * 0.5, within(1e-12));
    assertThat(series(read, "p95").size()).as("nothing happened in the second step").isEqualTo(1);
  }

  @Test
  void theOpenBucketAnswersWithItsLowerBound() {
    List<MetricSeries> read =
        read(
            "# TYPE h histogram\n"
                + bucket("0.1", 0, 1, 1)
                + bucket("+Inf", 0, 100, 100)
                + "h_count 0 0\nh_count 100 10\nh_count 100 20\n# EOF\n");
    assertThat(value(read, "p99", 0)).isEqualTo(0.1);
  }

  @Test
  void summariesKeepTheirQuantiles() {
    List<MetricSeries> read =
        read(
            """
            # TYPE s summary
            s{quantile="0.95"} 3 0
            s{quantile="0.95"} 4 10
            s_sum 0 0
            s_sum 20 10
            s_count 0 0
            s_count 10 10
            # EOF
            """);
    assertThat(value(read, "p95", 1)).isEqualTo(4);
    assertThat(value(read, "mean", 0)).isEqualTo(2);
  }

  @Test
  void writtenSeriesReadBack() {
    MetricSeries one = series("up", "b", new long[] {1, 1500}, 0.1, Double.NaN);
    MetricSeries two = series("up", "a \"quoted\" \\ \n", new long[] {5000}, 1e-300);
    MetricSeries other = series("latency", "a", new long[] {-1, 0}, Double.NEGATIVE_INFINITY, 3);
    byte[] bytes = OpenMetricsText.write(List.of(one, two, other));
    List<MetricSeries> read = OpenMetricsText.read(bytes);
    assertThat(read)
        .extracting(MetricSeries::id)
        .containsExactlyInAnyOrder(one.id(), two.id(), other.id());
    assertThat(OpenMetricsText.write(read)).isEqualTo(bytes);
  }

  @Test
  void equalSeriesAreJoinedAndNamesMadeLegal() {
    SeriesId dotted = SeriesId.of("http.server-duration", Map.of("service.name", "a"));
    MetricSeries first = new MetricSeries(dotted, new long[] {1000, 2000}, new double[] {1, 2});
    MetricSeries second = new MetricSeries(dotted, new long[] {2000, 3000}, new double[] {5, 3});
    assertThat(new String(OpenMetricsText.write(List.of(first, second)), UTF_8))
        .isEqualTo(
            """
            # TYPE http_server_duration gauge
            http_server_duration{service_name="a"} 1.0 1
            http_server_duration{service_name="a"} 5.0 2
            http_server_duration{service_name="a"} 3.0 3
            # EOF
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "up 1 1;# EOF;up 1 2| line 3: something follows",
        "up 1 1| does not end with # EOF",
        "up 1;# EOF| line 1: a sample needs its timestamp",
        "up 0x1p3 1;# EOF| line 1: not a number",
        "up 1 2;up 1 2;# EOF| line 2: times of a series do not rise",
        "up 1 1;down 1 1;up 1 2;# EOF| line 3: the samples of up are not contiguous",
        "up{a=\"x} 1 1;# EOF| line 1: a label's value does not end",
        "up{a=\"x\",a=\"y\"} 1 1;# EOF| line 1: a label stands twice",
        "# TYPE up gouge;# EOF| line 1: not a type of OpenMetrics",
        "up 1 1;# TYPE up gauge;# EOF| line 2: the type of up stands after its samples",
        "# TYPE h histogram;h_bucket 1 1;# EOF| a bucket of h has no le",
        "9up 1 1;# EOF| line 1: expected: name",
        ";# EOF| line 1: expected: name",
      })
  void malformedTextIsNamedByFileAndLine(String text, String complaint) {
    assertThatThrownBy(() -> read(text.replace(';', '\n') + "\n"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("metrics.om")
        .hasMessageContaining(complaint.strip());
  }

  private static String bucket(String le, int... counts) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < counts.length; i++) {
      out.append("h_bucket{le=\"%s\"} %d %d\n".formatted(le, counts[i], i * 10));
    }
    return out.toString();
  }

  private static MetricSeries series(String name, String service, long[] millis, double... values) {
    return new MetricSeries(SeriesId.of(name, Map.of("service", service)), millis, values);
  }

  private static MetricSeries series(List<MetricSeries> read, String statistic) {
    return read.stream()
        .filter(s -> statistic.equals(s.id().label("statistic")))
        .findFirst()
        .orElseThrow();
  }

  private static double value(List<MetricSeries> read, String statistic, int index) {
    return series(read, statistic).valueAt(index);
  }

  private static List<MetricSeries> read(String text) {
    return OpenMetricsText.read(text.getBytes(UTF_8));
  }
}
