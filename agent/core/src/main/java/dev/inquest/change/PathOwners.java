package dev.inquest.change;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose a file is, where nobody says: a folder is often called like its service, give or take
 * {@code service, svc, server} and the like ({@code services/checkout/…} of {@code
 * checkout-service}).
 */
final class PathOwners {
  private static final Pattern ENDING =
      Pattern.compile("(service|svc|server|app|worker|deployment)$");

  private final Set<String> services;

  PathOwners(Set<String> services) {
    this.services = new TreeSet<>(services);
  }

  /** The one service whose folders hold every file; null where that is not one. */
  @Nullable String of(List<String> files) {
    Set<String> owners = new HashSet<>();
    for (String file : files) {
      String owner = owner(file);
      if (owner == null) {
        return null;
      }
      owners.add(owner);
    }
    return owners.size() == 1 ? owners.iterator().next() : null;
  }

  private @Nullable String owner(String file) {
    String[] segments = file.split("/", -1);
    for (boolean exact : new boolean[] {true, false}) {
      for (int i = segments.length - 2; i >= 0; i--) {
        String segment = segments[i];
        List<String> fitting =
            services.stream().filter(service -> fits(service, segment, exact)).toList();
        if (fitting.size() == 1) {
          return fitting.getFirst();
        }
      }
    }
    return null;
  }

  private static boolean fits(String service, String segment, boolean exact) {
    String name = Words.folded(service);
    String folder = Words.folded(segment);
    return exact ? name.equals(folder) : core(name).equals(core(folder));
  }

  private static String core(String folded) {
    String core = ENDING.matcher(folded).replaceFirst("");
    return core.length() < 3 ? folded : core;
  }
}
