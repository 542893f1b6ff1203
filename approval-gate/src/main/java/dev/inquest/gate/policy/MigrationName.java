package dev.inquest.gate.policy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A versioned migration's name, compared as Flyway compares versions.
 *
 * @param version its parts, trailing zeros left out
 */
public record MigrationName(String path, List<BigInteger> version)
    implements Comparable<MigrationName> {
  private static final Pattern NAME =
      Pattern.compile("V([0-9]{1,20}(?:[._][0-9]{1,20}){0,5})__[A-Za-z0-9_]{1,80}\\.sql");

  public MigrationName {
    version = List.copyOf(version);
  }

  /** Empty where the path is no versioned migration directly in the folder. */
  public static Optional<MigrationName> parse(String path, String folder) {
    String prefix = folder.endsWith("/") ? folder : folder + "/";
    if (!path.startsWith(prefix)) {
      return Optional.empty();
    }
    Matcher matcher = NAME.matcher(path.substring(prefix.length()));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(new MigrationName(path, parts(matcher.group(1))));
  }

  private static List<BigInteger> parts(String version) {
    List<BigInteger> parts = Arrays.stream(version.split("[._]")).map(BigInteger::new).toList();
    int end = parts.size();
    while (end > 1 && parts.get(end - 1).signum() == 0) {
      end--;
    }
    return parts.subList(0, end);
  }

  @Override
  public int compareTo(MigrationName other) {
    return Arrays.compare(
        version.toArray(BigInteger[]::new), other.version.toArray(BigInteger[]::new));
  }
}
