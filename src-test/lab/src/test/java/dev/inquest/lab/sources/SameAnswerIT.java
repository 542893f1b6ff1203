package dev.inquest.lab.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inquest.connectors.prometheus.PrometheusMetricSource;
import dev.inquest.connectors.prometheus.PrometheusProperties;
import dev.inquest.connectors.resilience.CallListener;
import dev.inquest.connectors.resilience.GuardLimits;
import dev.inquest.connectors.resilience.Guarded;
import dev.inquest.connectors.zipkin.ZipkinProperties;
import dev.inquest.connectors.zipkin.ZipkinTraceSource;
import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.MetricSource;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.TraceSource;
import dev.inquest.investigation.Sources;
import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.kit.server.PrometheusServer;
import dev.inquest.kit.server.ZipkinServer;
import dev.inquest.lab.docs.Checkout;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseReader;
import dev.inquest.playbooks.format.CatalogueLoader;
import dev.inquest.playbooks.replay.Replay;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One incident gives one diagnosis, whether files or the real servers hold its evidence. */
class SameAnswerIT {
  private static final Duration PETSHOP_INTERVAL = Duration.ofMinutes(5);

  @TempDir private Path folder;

  private final Replay replay =
      new Replay(CatalogueLoader.builtIn(), StatisticalEngine::new, System::nanoTime);

  @ParameterizedTest
  @EnumSource
  void anIncidentWithMetricsTracesAndADeploy(MadeIncident.Fault fault) throws Exception {
    Path frozen = folder.resolve("case");
    MadeIncident.freeze(fault, frozen);
    CaseFile file = CaseReader.read(frozen);
    assertThat(replay.diagnose(file)).isInstanceOf(Diagnosis.Identified.class);
    assertThat(first(replay.diagnose(file)).change()).isEqualTo("c0ffee1");

    try (PrometheusServer prometheus = PrometheusServer.start(folder, metrics(frozen));
        ZipkinServer zipkin = ZipkinServer.start(folder)) {
      zipkin.post(file.traces().stream().map(SampledTrace::spans).flatMap(List::stream).toList());
      List<MetricSource> metrics = List.of(metrics(prometheus.url()));
      List<TraceSource> traces = List.of(traces(zipkin.url()));
      Duration interval = Duration.ofSeconds(Exposition.INTERVAL_SECONDS);
      assertSame(
          replay.diagnose(file),
          replay.diagnose(file, own -> with(own, metrics, traces)),
          interval);
      assertSame(
          replay.diagnose(file, own -> with(own, own.metrics(), List.of())),
          replay.diagnose(file, own -> with(own, metrics, List.of())),
          interval);
      assertSame(
          replay.diagnose(file, own -> with(own, List.of(), own.traces())),
          replay.diagnose(file, own -> with(own, List.of(), traces)),
          interval);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001", "0002", "0004"})
  void anIncidentOfARealShop(String id) throws Exception {
    Path frozen = cases().resolve("petshop-low").resolve(id);
    assumeTrue(Files.isDirectory(frozen), "the cases are missing (-Dinquest.cases=DIR)");
    CaseFile file = CaseReader.read(frozen);
    Diagnosis fromFiles = replay.diagnose(file);
    try (PrometheusServer prometheus = PrometheusServer.start(folder, metrics(frozen))) {
      Diagnosis live =
          replay.diagnose(file, own -> with(own, List.of(metrics(prometheus.url())), own.traces()));
      assertSame(fromFiles, live, PETSHOP_INTERVAL);
    }
  }

  private static void assertSame(Diagnosis fromFiles, Diagnosis live, Duration interval) {
    assertThat(live).hasSameClassAs(fromFiles);
    assertThat(live.details().causes().isEmpty()).isEqualTo(fromFiles.details().causes().isEmpty());
    if (!live.details().causes().isEmpty()) {
      Cause expected = first(fromFiles);
      Cause found = first(live);
      assertThat(found.service()).isEqualTo(expected.service());
      assertThat(found.kind()).isEqualTo(expected.kind());
      assertThat(found.change()).isEqualTo(expected.change());
    }
    Onset expectedOnset = fromFiles.details().onset();
    Onset onset = live.details().onset();
    if (expectedOnset == null || onset == null) {
      assertThat(onset).isEqualTo(expectedOnset);
      return;
    }
    assertThat(Duration.between(expectedOnset.midpoint(), onset.midpoint()).abs())
        .as("%s against %s", onset, expectedOnset)
        .isLessThanOrEqualTo(interval);
  }

  private static Cause first(Diagnosis diagnosis) {
    assertThat(diagnosis.details().causes()).as(diagnosis.sentence()).isNotEmpty();
    return diagnosis.details().causes().getFirst();
  }

  private static Sources with(Sources own, List<MetricSource> metrics, List<TraceSource> traces) {
    return new Sources(
        metrics, traces, own.logs(), own.changes(), own.databases(), own.repositories());
  }

  private static MetricSource metrics(URI url) {
    return new PrometheusMetricSource(
        PrometheusProperties.at(url), new Guarded("prometheus", patient(), CallListener.NONE));
  }

  private static TraceSource traces(URI url) {
    return new ZipkinTraceSource(
        ZipkinProperties.at(url), new Guarded("zipkin", patient(), CallListener.NONE));
  }

  /** Not what is tested here, and the machine may be busy. */
  private static GuardLimits patient() {
    return GuardLimits.DEFAULT
        .withTimeout(Duration.ofSeconds(60))
        .withCallsPerSecond(1_000)
        .withMaxWait(Duration.ofSeconds(60));
  }

  private static String metrics(Path frozen) throws IOException {
    Path plain = frozen.resolve("metrics.om");
    if (Files.exists(plain)) {
      return Files.readString(plain);
    }
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(frozen.resolve("metrics.om.gz")))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Path cases() {
    String given = System.getProperty("inquest.cases");
    return given == null
        ? Checkout.root().resolveSibling("shared").resolve("cases")
        : Path.of(given);
  }
}
