package dev.inquest.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How trouble shows itself: what error texts and the names of shifted metrics speak of. */
public enum Sign {
  TIMEOUTS("time[d ]* ?out|timeouts?|deadline ?exceeded|context cancell?ed|cancelled"),
  CONNECTION_ERRORS(
      "connection[ _-]?(refused|reset|closed|abort\\w*|error)|econn\\w+|broken pipe|no route|unreachable|reset connection"),
  NAME_RESOLUTION(
      "no such host|enotfound|eai_again|nxdomain|servfail|name resol\\w*|could ?n.t resolve|unknown ?host|server misbehaving|no upstream nameservers"),
  CERTIFICATES("certificate|x509|(ssl|tls) ?handshake|pkix|cert_\\w+|cert (has )?expired"),
  ACCESS_DENIED(
      "unauthori[sz]ed|forbidden|access ?denied|permission denied|invalid (api )?(token|key|signature|credential)"
          + "|token (is |has |was )?expired|authentication|\\b40[13]\\b|accessdenied"),
  NULLS(
      "null ?pointer|nil pointer|nonetype|undefined is not|cannot read propert|of undefined|of null|attributeerror|keyerror|segmentation fault|nullreference"),
  CONTRACTS(
      "deseriali[sz]\\w*|unmarshal\\w*|missing (required )?(field|property|key)|un(known|recognized) (field|property|type)|pars(e|ing) (error|fail\\w*)"
          + "|(fail\\w*|cannot|unable|error) (to )?(parse|decode|decoding|parsing)|unexpected (token|field|type|end)|schema|malformed|decode errors?|type mismatch|incompatible"),
  STATEMENTS(
      "relation .* does not exist|no such (table|column)|unknown column|undefined ?(column|table)|invalid column|sqlsyntax|missing (table|column)|column .* does not exist|table .* does ?n.t exist"),
  RACES(
      "concurrent (map|modification)|concurrentmodification|data race|race condition|optimistic ?lock|stale object|duplicate key|double free"),
  LOCK_WAITS(
      "deadlock|lock wait|waiting for \\w*lock|lock(s)? .*time[d]? ?out|could not obtain lock|lock timeout|blocked by|lock contention"),
  POOLS(
      "pool .*(exhaust\\w*|time|full)|pool (is )?exhausted|too many (open )?(connections|files|clients)|connection is not available|connection slots|no (available|free|idle) connections?|emfile|file descriptors?|unable to acquire"
          + "|threads? (are |is )?exhausted|rejectedexecution\\w*|rejected by the executor|native thread"),
  MEMORY_SHORT(
      "out ?of ?memory|\\boom\\w*|heap space|cannot allocate|gc overhead|memory ?(limit|pressure)"),
  DISK_FULL("no space left|disk (is )?(full|pressure)|enospc|read-only file ?system"),
  THROTTLED("rate ?limit\\w*|too many requests|\\b429\\b|throttl\\w*|slow ?down|quota"),
  RETRIES_SPENT(
      "retr(y|ies) .*(exhaust\\w*|exceeded)|retry budget|exhausted .*retr|giving up|after \\d+ (attempts|retries)|max(imum)? (attempts|retries)"),
  REJECTED(
      "invalid|bad request|\\b4(00|22)\\b|validation|illegal ?argument|out of (range|bounds)|indexoutofbounds|divi(de|sion) by zero|overflow|reject\\w*"),
  SERVER_ERRORS("\\b5\\d\\d\\b|5xx|internal ?(server)? ?error|service ?unavailable|bad gateway"),
  CRASHES("panic\\w*|fatal|crash\\w*|exit code|restart\\w*|segfault|sigkill|sigsegv"),
  CACHE_MISSES("cache miss\\w*|\\bmiss(es)? .*cache"),
  SLOW("slow|latency budget|exceeded \\d+ ?ms|took \\d+"),
  BACKLOG("backlog|\\blag\\b|queue|oldest ?message|not acking|dead.?letter|behind"),
  // Of metrics, by their family and direction.
  LATENCY,
  ERRORS,
  CPU("cpu[- ](starv\\w*|throttl\\w*|conten\\w*)|cfs quota|runqueue|run queue"),
  MEMORY,
  DISK,
  CONNECTIONS,
  TRAFFIC,
  /** More calls for each request than before. */
  CALLS,
  DATABASE_LOAD,
  LOG_VOLUME;

  /** What {@code List.of} gives cannot change. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Phrase> phrases;

  Sign(String pattern) {
    this.phrases = Phrase.alternatives(pattern);
  }

  Sign() {
    this.phrases = List.of();
  }

  /** Every sign that a text speaks of. */
  public static Set<Sign> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Set<Sign> found = EnumSet.noneOf(Sign.class);
    for (Sign sign : values()) {
      if (sign.isIn(text, lower)) {
        found.add(sign);
      }
    }
    return found;
  }

  public boolean isIn(String text) {
    return isIn(text, text.toLowerCase(Locale.ROOT));
  }

  private boolean isIn(String text, String lower) {
    for (Phrase phrase : phrases) {
      if (phrase.isIn(text, lower)) {
        return true;
      }
    }
    return false;
  }

  /** Names a kind of failure, rather than that something fails or is slow. */
  public boolean telling() {
    return switch (this) {
      case TIMEOUTS,
          NAME_RESOLUTION,
          CERTIFICATES,
          ACCESS_DENIED,
          NULLS,
          CONTRACTS,
          STATEMENTS,
          RACES,
          LOCK_WAITS,
          POOLS,
          MEMORY_SHORT,
          DISK_FULL,
          THROTTLED,
          RETRIES_SPENT,
          CACHE_MISSES,
          CALLS ->
          true;
      case CONNECTION_ERRORS,
          REJECTED,
          SERVER_ERRORS,
          CRASHES,
          SLOW,
          BACKLOG,
          LATENCY,
          ERRORS,
          CPU,
          MEMORY,
          DISK,
          CONNECTIONS,
          TRAFFIC,
          DATABASE_LOAD,
          LOG_VOLUME ->
          false;
    };
  }

  /** For sentences: {@code name resolution}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
