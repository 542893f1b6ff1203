package dev.inquest.app.cli.remote;

import dev.inquest.app.config.Settings;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Picks one of {@code inquest.api.tokens[]}: the least that will do. */
final class TokenChoice {
  private record Entry(String token, String role, String person) {}

  private final List<Entry> entries = new ArrayList<>();

  TokenChoice(Settings settings) {
    for (int i = 0; settings.get(key(i, "token")).isPresent(); i++) {
      entries.add(
          new Entry(
              settings.get(key(i, "token"), ""),
              settings.get(key(i, "role"), "viewer").toLowerCase(Locale.ROOT),
              settings.get(key(i, "person"), "")));
    }
  }

  private static String key(int index, String name) {
    return "inquest.api.tokens[" + index + "]." + name;
  }

  /**
   * @param person in whose name to decide; null where there is only one
   * @throws FailureException {@code whose-name} where it is not clear in whose name to decide
   */
  Optional<String> pick(Side side, Need need, @Nullable String person) {
    if (need == Need.DECIDE) {
      return decider(person);
    }
    return need.roles().stream()
        .filter(role -> side == Side.GATE || !role.equals("approver"))
        .flatMap(role -> entries.stream().filter(entry -> entry.role().equals(role)))
        .map(Entry::token)
        .findFirst();
  }

  private Optional<String> decider(@Nullable String person) {
    List<Entry> deciders =
        entries.stream()
            .filter(entry -> entry.role().equals("approver"))
            .filter(entry -> person == null || entry.person().equals(person))
            .toList();
    List<String> people = deciders.stream().map(Entry::person).distinct().toList();
    if (people.size() > 1) {
      throw new FailureException(
          Failure.permanent(
              "whose-name",
              "token",
              "The configuration holds tokens of "
                  + String.join(" and ", people)
                  + ": say with --as in whose name to decide."));
    }
    return deciders.stream().map(Entry::token).findFirst();
  }
}
