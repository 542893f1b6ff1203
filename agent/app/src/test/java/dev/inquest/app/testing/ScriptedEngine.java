package dev.inquest.app.testing;

import dev.inquest.alert.Alert;
import dev.inquest.app.playbooks.Engines;
import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.EvidenceBook;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.evidence.MetricAnswer;
import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.MetricSource;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.Engine;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Hearing;
import dev.inquest.investigation.ProposeResult;
import dev.inquest.investigation.Scope;
import dev.inquest.investigation.Sources;
import dev.inquest.investigation.Stage;
import dev.inquest.investigation.Testimony;
import dev.inquest.kit.FakeMetricSource;
import dev.inquest.limit.Budget;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbooks.format.CatalogueLoader;
import dev.inquest.proposal.ProposalDraft;
import dev.inquest.ranking.KeptSigns;
import dev.inquest.topology.ServiceMap;
import dev.inquest.topology.Topology;
import dev.inquest.verification.Examined;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * An engine whose stages do what a test says: nothing much unless told otherwise, each one noted.
 */
public class ScriptedEngine implements Engine {
  private final List<Stage> calls = new CopyOnWriteArrayList<>();
  private final List<Catalogue> followed = new CopyOnWriteArrayList<>();
  private final Map<Stage, Runnable> before = new EnumMap<>(Stage.class);
  private volatile Detection detection = new Detection(null, List.of(), List.of());
  private volatile List<Examined> examined = List.of();
  private volatile Diagnosis diagnosis = inconclusive("Inconclusive: nothing was looked at.");
  private volatile List<MetricSeries> metrics = List.of();
  private volatile ProposeResult proposal = new ProposeResult.Nothing("Nothing to propose.");

  /** Runs at the beginning of a stage; may throw or block. */
  public ScriptedEngine before(Stage stage, Runnable action) {
    synchronized (before) {
      before.put(stage, action);
    }
    return this;
  }

  public ScriptedEngine detects(Detection found) {
    detection = found;
    return this;
  }

  /** What is gathered, and what the metric source answers from then on. */
  public ScriptedEngine reads(List<MetricSeries> series) {
    metrics = List.copyOf(series);
    return this;
  }

  public ScriptedEngine examines(List<Examined> found) {
    examined = List.copyOf(found);
    return this;
  }

  public ScriptedEngine concludes(Diagnosis found) {
    diagnosis = found;
    return this;
  }

  public ScriptedEngine proposes(ProposeResult result) {
    proposal = result;
    return this;
  }

  /** Stages in the order in which they were begun. */
  public List<Stage> calls() {
    return List.copyOf(calls);
  }

  public static Diagnosis inconclusive(String sentence) {
    return new Diagnosis.Inconclusive(
        sentence,
        new Details(List.of(), List.of(), null, null, List.of(), null, List.of(), "Unknown."));
  }

  /** The playbooks of each go at an investigation. */
  public List<Catalogue> followed() {
    return List.copyOf(followed);
  }

  private void begin(Stage stage) {
    calls.add(stage);
    Runnable action;
    synchronized (before) {
      action = before.get(stage);
    }
    if (action != null) {
      action.run();
    }
  }

  @Override
  public Scope scope(List<Alert> alerts, ServiceMap services, Topology known, Instant now) {
    begin(Stage.SCOPE);
    Set<String> named = new TreeSet<>();
    for (Alert alert : alerts) {
      named.add(alert.labels().getOrDefault("service", "unnamed"));
    }
    Instant alertedAt = alerts.stream().map(Alert::startsAt).min(Instant::compareTo).orElse(now);
    TimeWindow window = new TimeWindow(alertedAt.minus(Duration.ofHours(1)), now.plusMillis(1));
    return new Scope(alerts, alertedAt, window, named, Set.of("latency"));
  }

  @Override
  public Gathered gather(
      Scope scope,
      ServiceMap services,
      Sources sources,
      EvidenceBook book,
      Budget budget,
      Executor executor) {
    begin(Stage.GATHER);
    budget.spendQuery("scripted");
    MetricQuery query =
        new MetricQuery(Set.of(), scope.window(), Duration.ofSeconds(1), 1_000, 1_000_000);
    MetricAnswer answer = new FakeMetricSource(metrics).series(query);
    return new Gathered(
        answer.series(),
        List.of(),
        List.of(),
        List.of(),
        scope.known(),
        List.of(),
        List.of("traces: no source"),
        List.of(
            book.topology("scripted", scope.known(), "Who calls whom."),
            book.metrics("scripted", query, answer, "What it felt like.")));
  }

  @Override
  public Detection notice(Scope scope, Gathered gathered, EvidenceBook book) {
    begin(Stage.DETECT);
    book.computed(
        EvidenceKind.METRIC_SHIFT,
        "scripted",
        "A shift.",
        List.of("e1", "e2"),
        Map.of("before", "1"));
    return detection;
  }

  @Override
  public Detection rank(
      Scope scope, Gathered gathered, Detection noticed, KeptSigns kept, EvidenceBook book) {
    return noticed;
  }

  @Override
  public List<Hypothesis> hypothesise(
      Scope scope, Gathered gathered, Detection found, ServiceMap services) {
    begin(Stage.HYPOTHESISE);
    return List.of();
  }

  @Override
  public List<Examined> verify(
      Scope scope,
      Gathered gathered,
      Detection found,
      List<Hypothesis> hypotheses,
      ServiceMap services,
      Sources sources,
      EvidenceBook book,
      Budget budget) {
    begin(Stage.VERIFY);
    return examined;
  }

  @Override
  public Hearing open(
      Scope scope,
      Gathered gathered,
      Detection found,
      ServiceMap services,
      Sources sources,
      EvidenceBook book,
      Budget budget) {
    return Hearing.ofNothing(budget);
  }

  @Override
  public Testimony hear(Hearing hearing) {
    begin(Stage.HYPOTHESISE);
    begin(Stage.VERIFY);
    return new Testimony(List.of(), List.of());
  }

  @Override
  public List<Examined> weigh(Testimony testimony) {
    return examined;
  }

  @Override
  public Diagnosis conclude(
      Scope scope, Gathered gathered, Detection found, List<Examined> examined) {
    begin(Stage.CONCLUDE);
    return diagnosis;
  }

  @Override
  public ProposeResult propose(
      String incident,
      Scope scope,
      Gathered gathered,
      Diagnosis concluded,
      List<Examined> examined,
      ServiceMap services,
      Sources sources,
      Budget budget) {
    begin(Stage.PROPOSE);
    return switch (proposal) {
      case ProposeResult.Draft asked -> new ProposeResult.Draft(of(incident, asked.draft()));
      case ProposeResult.Nothing nothing -> nothing;
    };
  }

  private static ProposalDraft of(String incident, ProposalDraft draft) {
    return new ProposalDraft(
        draft.kind(),
        incident,
        draft.service(),
        draft.baseSha(),
        draft.files(),
        draft.revertOf(),
        draft.message(),
        draft.title(),
        draft.description(),
        draft.rollback(),
        draft.evidence(),
        draft.stated());
  }

  /** Hands the test's engine to the context that is being started. */
  @Configuration(proxyBeanMethods = false)
  public static class Holder {
    private static final AtomicReference<ScriptedEngine> NEXT = new AtomicReference<>();

    static void next(ScriptedEngine engine) {
      NEXT.set(engine);
    }

    @Bean
    @Primary
    Engines scriptedEngines() {
      ScriptedEngine engine =
          java.util.Objects.requireNonNull(NEXT.get(), "no engine was handed over");
      return catalogue -> {
        engine.followed.add(catalogue);
        return engine;
      };
    }

    /** Reads what the engine's metrics are at the time. */
    @Bean
    MetricSource scriptedMetrics() {
      ScriptedEngine engine = java.util.Objects.requireNonNull(NEXT.get());
      return new MetricSource() {
        @Override
        public String name() {
          return "scripted";
        }

        @Override
        public CheckResult check() {
          return CheckResult.ok("scripted");
        }

        @Override
        public MetricAnswer series(MetricQuery query) {
          return new FakeMetricSource(engine.metrics).series(query);
        }
      };
    }

    @Bean
    @Primary
    Catalogue scriptedCatalogue() {
      return CatalogueLoader.builtIn();
    }
  }
}
