package dev.inquest.verification;

import static dev.inquest.analysis.Sign.*;

import dev.inquest.analysis.Sign;
import dev.inquest.change.Direction;
import dev.inquest.change.Trait;
import java.util.Set;

/**
 * What a trait of a diff brings about, if it brings about anything.
 *
 * @param telling signs that hardly anything else would show
 * @param plausible signs that it may well show
 */
record Expectations(Set<Sign> telling, Set<Sign> plausible) {
  private static final Expectations NOTHING = new Expectations(Set.of(), Set.of());
  private static final Set<Sign> ANYTHING =
      Set.of(
          ERRORS,
          LATENCY,
          CPU,
          MEMORY,
          CONNECTIONS,
          DATABASE_LOAD,
          TRAFFIC,
          BACKLOG,
          CRASHES,
          SERVER_ERRORS);

  static Expectations of(Trait trait) {
    boolean more = trait.direction() == Direction.UP || trait.direction() == Direction.ADDED;
    boolean less = trait.direction() == Direction.DOWN || trait.direction() == Direction.REMOVED;
    return switch (trait.mechanism()) {
      case TIMEOUT -> timeout(more, less);
      case RETRY ->
          more
              ? of(Set.of(THROTTLED), Set.of(TRAFFIC, LATENCY, CPU, BACKLOG, CONNECTIONS))
              : of(
                  Set.of(RETRIES_SPENT),
                  Set.of(ERRORS, TIMEOUTS, CONNECTION_ERRORS, SERVER_ERRORS));
      case CACHE ->
          more && trait.direction() == Direction.UP
              ? of(Set.of(MEMORY_SHORT), Set.of(MEMORY))
              : of(
                  Set.of(CACHE_MISSES),
                  Set.of(LATENCY, DATABASE_LOAD, TRAFFIC, CPU, CALLS, MEMORY, CONNECTIONS, POOLS));
      case POOL_SIZE ->
          less
              ? of(Set.of(POOLS), Set.of(LATENCY, TIMEOUTS, BACKLOG, CONNECTIONS, ERRORS))
              : of(Set.of(), Set.of(POOLS, CONNECTIONS, DATABASE_LOAD, MEMORY));
      case LIMIT ->
          less
              ? of(
                  Set.of(MEMORY_SHORT, THROTTLED, DISK_FULL),
                  Set.of(CPU, MEMORY, CRASHES, LATENCY, ERRORS, REJECTED))
              : of(Set.of(), Set.of(MEMORY, CPU, MEMORY_SHORT, LATENCY));
      case LOG_LEVEL ->
          less ? NOTHING : of(Set.of(LOG_VOLUME, DISK_FULL), Set.of(DISK, CPU, LATENCY));
      case LOOP_CALL ->
          of(
              Set.of(CALLS),
              Set.of(LATENCY, DATABASE_LOAD, TRAFFIC, CPU, CONNECTIONS, POOLS, THROTTLED));
      case LOCK ->
          less
              ? of(Set.of(RACES), Set.of(CRASHES, ERRORS))
              : of(Set.of(LOCK_WAITS), Set.of(LATENCY, TIMEOUTS, CONNECTIONS, POOLS, BACKLOG));
      case PATTERN ->
          less
              ? NOTHING
              : of(Set.of(CPU), Set.of(LATENCY, TIMEOUTS, SLOW, ERRORS, CONNECTIONS, POOLS));
      case RETENTION ->
          of(Set.of(MEMORY_SHORT, MEMORY), Set.of(CRASHES, LATENCY, CPU, ERRORS, SERVER_ERRORS));
      case RELEASE ->
          less
              ? of(
                  Set.of(POOLS, MEMORY_SHORT),
                  Set.of(CONNECTIONS, MEMORY, LATENCY, TIMEOUTS, CRASHES))
              : NOTHING;
      case CONTRACT ->
          of(Set.of(CONTRACTS), Set.of(ERRORS, REJECTED, BACKLOG, NULLS, SERVER_ERRORS));
      case SCHEMA -> schema(trait.direction());
      case SQL_QUERY ->
          of(
              Set.of(STATEMENTS),
              Set.of(DATABASE_LOAD, LATENCY, SLOW, CPU, TIMEOUTS, LOCK_WAITS, POOLS, CONNECTIONS));
      case NULL_HANDLING ->
          more ? NOTHING : of(Set.of(NULLS), Set.of(ERRORS, CRASHES, SERVER_ERRORS));
      case CONDITION ->
          of(Set.of(), Set.of(ERRORS, ACCESS_DENIED, REJECTED, CRASHES, SERVER_ERRORS, CONTRACTS));
      case REJECTION ->
          less
              ? of(Set.of(), Set.of(ERRORS, NULLS, CRASHES, SERVER_ERRORS, DATABASE_LOAD))
              : of(
                  Set.of(ACCESS_DENIED, REJECTED),
                  Set.of(ERRORS, SERVER_ERRORS, CONTRACTS, THROTTLED));
      case ERROR_HANDLING -> of(Set.of(), Set.of(ERRORS, CRASHES, SERVER_ERRORS, REJECTED));
      case ENDPOINT ->
          of(
              trait.direction() == Direction.ADDED
                  ? Set.of()
                  : Set.of(NAME_RESOLUTION, CONNECTION_ERRORS),
              Set.of(ERRORS, TIMEOUTS, LATENCY, CERTIFICATES, ACCESS_DENIED, NAME_RESOLUTION));
      case CREDENTIAL ->
          of(Set.of(ACCESS_DENIED, CERTIFICATES), Set.of(ERRORS, CONNECTION_ERRORS, REJECTED));
      case BATCH ->
          less
              ? of(Set.of(BACKLOG), Set.of(TRAFFIC, LATENCY, CPU, DATABASE_LOAD))
              : of(
                  Set.of(MEMORY_SHORT),
                  Set.of(
                      MEMORY,
                      LATENCY,
                      TIMEOUTS,
                      REJECTED,
                      CPU,
                      BACKLOG,
                      LOCK_WAITS,
                      DATABASE_LOAD));
      case SCHEDULE ->
          of(Set.of(), Set.of(CPU, DATABASE_LOAD, TRAFFIC, LATENCY, BACKLOG, LOCK_WAITS));
      case FLAG_DEFAULT, DEPENDENCY_VERSION, CONFIG_VALUE, OTHER_CODE -> of(Set.of(), ANYTHING);
      case TELEMETRY -> of(Set.of(), Set.of(MEMORY));
      case LOG_TEXT,
          WORDING,
          DORMANT,
          COMMENT,
          MOVED_CODE,
          STYLE,
          OTHER_ENVIRONMENT,
          DOCUMENTATION,
          TEST,
          BUILD ->
          NOTHING;
    };
  }

  private static Expectations timeout(boolean more, boolean less) {
    if (less) {
      return of(Set.of(TIMEOUTS), Set.of(ERRORS, CONNECTION_ERRORS));
    }
    return more
        ? of(Set.of(), Set.of(LATENCY, POOLS, CONNECTIONS, BACKLOG))
        : of(Set.of(), Set.of(TIMEOUTS, LATENCY, ERRORS));
  }

  private static Expectations schema(Direction direction) {
    return switch (direction) {
      case REMOVED ->
          of(
              Set.of(STATEMENTS),
              Set.of(DATABASE_LOAD, LATENCY, ERRORS, CPU, SLOW, POOLS, CONNECTIONS, TIMEOUTS));
      case ADDED -> of(Set.of(), Set.of(LOCK_WAITS));
      case UP, DOWN, CHANGED ->
          of(Set.of(LOCK_WAITS), Set.of(STATEMENTS, LATENCY, TIMEOUTS, ERRORS, DATABASE_LOAD));
    };
  }

  private static Expectations of(Set<Sign> telling, Set<Sign> plausible) {
    return new Expectations(telling, plausible);
  }
}
