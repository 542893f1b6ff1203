package dev.inquest.proposal;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The next version in a repository's own style: {@code V7, V007, V1.2, V2026_07_01,
 * V20260701120000}.
 */
final class MigrationNumbering {
  private static final Pattern VERSIONED =
      Pattern.compile("(V)(\\d{1,30}(?:[._]\\d{1,30})*)__.+\\.sql", Pattern.DOTALL);
  private static final DateTimeFormatter DAY = format("yyyyMMdd");
  private static final DateTimeFormatter MINUTE = format("yyyyMMddHHmm");
  private static final DateTimeFormatter SECOND = format("yyyyMMddHHmmss");

  /** A version as a file spells it. */
  private record Version(List<String> parts, List<String> separators) {
    List<BigInteger> numbers() {
      return parts.stream().map(BigInteger::new).toList();
    }

    String text() {
      StringBuilder out = new StringBuilder("V").append(parts.getFirst());
      for (int i = 1; i < parts.size(); i++) {
        out.append(separators.get(i - 1)).append(parts.get(i));
      }
      return out.toString();
    }
  }

  private MigrationNumbering() {}

  /**
   * @param fileNames of the migrations' folder, without it
   * @return e.g. {@code V008}; {@code V1} where there is no versioned migration yet
   */
  static String next(List<String> fileNames, Instant now) {
    Optional<Version> highest =
        fileNames.stream()
            .map(MigrationNumbering::version)
            .flatMap(Optional::stream)
            .max(Comparator.comparing(Version::numbers, MigrationNumbering::compare));
    return highest.map(version -> after(version, now)).orElse("V1");
  }

  private static String after(Version highest, Instant now) {
    ZonedDateTime today = now.atZone(ZoneOffset.UTC);
    if (highest.parts().size() == 1) {
      return single(highest, today);
    }
    if (dated(highest)) {
      return day(highest, today);
    }
    return incremented(highest).text();
  }

  private static String single(Version highest, ZonedDateTime now) {
    String part = highest.parts().getFirst();
    Optional<DateTimeFormatter> format =
        switch (part.length()) {
          case 8 -> Optional.of(DAY);
          case 12 -> Optional.of(MINUTE);
          case 14 -> Optional.of(SECOND);
          default -> Optional.empty();
        };
    boolean stamp = format.isPresent() && plausibleDate(part.substring(0, 8));
    if (stamp) {
      String current = format.orElseThrow().format(now);
      if (new BigInteger(current).compareTo(new BigInteger(part)) > 0) {
        return "V" + current;
      }
    }
    return incremented(highest).text();
  }

  /** Today in the file's own style; where that is taken, one more part behind it. */
  private static String day(Version highest, ZonedDateTime now) {
    List<String> parts = new ArrayList<>();
    parts.add(pad(now.getYear(), highest.parts().get(0)));
    parts.add(pad(now.getMonthValue(), highest.parts().get(1)));
    parts.add(pad(now.getDayOfMonth(), highest.parts().get(2)));
    Version today = new Version(parts, highest.separators());
    if (compare(today.numbers(), highest.numbers()) > 0) {
      if (highest.parts().size() == 3) {
        return today.text();
      }
      parts.add(pad(1, highest.parts().get(3)));
      return new Version(parts, highest.separators()).text();
    }
    if (highest.parts().size() > 3) {
      return incremented(highest).text();
    }
    List<String> more = new ArrayList<>(highest.parts());
    more.add("1");
    List<String> separators = new ArrayList<>(highest.separators());
    separators.add(highest.separators().getLast());
    return new Version(more, separators).text();
  }

  private static Version incremented(Version version) {
    List<String> parts = new ArrayList<>(version.parts());
    String last = parts.removeLast();
    String next = new BigInteger(last).add(BigInteger.ONE).toString();
    parts.add("0".repeat(Math.max(0, last.length() - next.length())) + next);
    return new Version(parts, version.separators());
  }

  private static boolean dated(Version version) {
    List<String> parts = version.parts();
    return parts.size() >= 3
        && parts.get(0).length() == 4
        && parts.get(1).length() <= 2
        && parts.get(2).length() <= 2
        && plausibleDate(parts.get(0) + two(parts.get(1)) + two(parts.get(2)));
  }

  private static boolean plausibleDate(String yyyymmdd) {
    int year = Integer.parseInt(yyyymmdd.substring(0, 4));
    int month = Integer.parseInt(yyyymmdd.substring(4, 6));
    int day = Integer.parseInt(yyyymmdd.substring(6, 8));
    return year >= 1990 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  private static Optional<Version> version(String fileName) {
    Matcher matcher = VERSIONED.matcher(fileName);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String version = matcher.group(2);
    return Optional.of(
        new Version(
            List.of(version.split("[._]", -1)),
            version
                .chars()
                .filter(c -> c == '.' || c == '_')
                .mapToObj(Character::toString)
                .toList()));
  }

  /** As Flyway does: part by part, a missing part is 0. */
  private static int compare(List<BigInteger> a, List<BigInteger> b) {
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      BigInteger x = i < a.size() ? a.get(i) : BigInteger.ZERO;
      BigInteger y = i < b.size() ? b.get(i) : BigInteger.ZERO;
      if (!x.equals(y)) {
        return x.compareTo(y);
      }
    }
    return 0;
  }

  private static String pad(int value, String like) {
    String text = Integer.toString(value);
    return "0".repeat(Math.max(0, like.length() - text.length())) + text;
  }

  private static String two(String part) {
    return part.length() == 1 ? "0" + part : part;
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
