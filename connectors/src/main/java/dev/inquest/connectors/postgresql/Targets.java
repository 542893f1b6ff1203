package dev.inquest.connectors.postgresql;

import com.zaxxer.hikari.HikariDataSource;
import dev.inquest.connectors.postgresql.baseline.Baseline;
import dev.inquest.connectors.postgresql.baseline.BaselineSampler;
import dev.inquest.connectors.postgresql.rehearsal.Rehearsal;
import dev.inquest.connectors.postgresql.rehearsal.RehearsalLimits;
import dev.inquest.connectors.postgresql.rehearsal.RehearsalSettings;
import dev.inquest.connectors.postgresql.rehearsal.Scratch;
import dev.inquest.connectors.postgresql.session.SessionLimits;
import dev.inquest.connectors.postgresql.session.Witness;
import dev.inquest.connectors.postgresql.session.WitnessPool;
import dev.inquest.connectors.resilience.CallListener;
import dev.inquest.connectors.resilience.GuardLimits;
import dev.inquest.connectors.resilience.Guarded;
import dev.inquest.evidence.BaselineStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The configured databases with their pools; closing it closes the pools. */
final class Targets implements AutoCloseable {
  private static final int POOL = 3;
  private static final GuardLimits QUICK =
      GuardLimits.DEFAULT.withTimeout(Duration.ofSeconds(8)).withMaxConcurrent(POOL);
  private static final GuardLimits SLOW =
      GuardLimits.DEFAULT.withTimeout(Duration.ofSeconds(20)).withMaxConcurrent(1);

  /** The same samples and draws each time: asking again answers the same, within noise. */
  private static final long SEED = 20_260_101;

  private final List<HikariDataSource> pools = new ArrayList<>();
  private final List<Target> all = new ArrayList<>();

  /** Opens no connection. */
  Targets(
      List<DatabaseSettings> databases,
      RehearsalSettings rehearsals,
      BaselineStore store,
      CallListener listener,
      Clock clock) {
    for (DatabaseSettings settings : databases) {
      HikariDataSource pool =
          WitnessPool.open(
              settings.name(), settings.url(), settings.username(), settings.secret(), POOL);
      pools.add(pool);
      all.add(target(settings, pool, rehearsals, store, listener, clock));
    }
  }

  List<Target> all() {
    return List.copyOf(all);
  }

  List<BaselineSampler.Job> samplerJobs() {
    return all.stream()
        .map(target ->
            new BaselineSampler.Job(
                target.database().name(),
                target.baseline(),
                target.quick(),
                target.sampleInterval()))
        .toList();
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
  }

  private static Target target(
      DatabaseSettings settings,
      HikariDataSource pool,
      RehearsalSettings rehearsals,
      BaselineStore store,
      CallListener listener,
      Clock clock) {
    WitnessDatabase database =
        new WitnessDatabase(settings.name(), pool, SessionLimits.DEFAULT, clock);
    return new Target(
        database,
        new Baseline(database, store, clock),
        settings.sampleInterval(),
        settings.rehearsal() ? rehearsal(database, rehearsals) : null,
        new Guarded("postgresql", QUICK, listener),
        new Guarded("postgresql", SLOW, listener));
  }

  /** Null where no scratch database is configured. */
  private static @Nullable Rehearsal rehearsal(Witness witness, RehearsalSettings settings) {
    String url = settings.url();
    String username = settings.username();
    if (url == null || username == null) {
      return null;
    }
    String password =
        SecretText.of(settings.password(), settings.passwordFile(), "inquest.rehearsal");
    return new Rehearsal(
        witness, new Scratch(url, username, password), RehearsalLimits.DEFAULT, SEED);
  }
}
