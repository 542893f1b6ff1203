package dev.inquest.gate.decision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people of {@code inquest.gate.approvers[]}; one without roles decides nothing, but tells the
 * gate who wrote a commit.
 *
 * @param team the only Slack workspace whose users count; null: none
 */
public record People(List<Entry> entries, @Nullable String team) implements Identities {
  /** One person, as configured. */
  public record Entry(
      String person, @Nullable String slackUser, @Nullable String email, Set<String> roles) {
    public Entry {
      roles = Set.copyOf(roles);
    }
  }

  public People {
    entries = List.copyOf(entries);
  }

  @Override
  public Optional<Approver> bySlack(String slackTeam, String user) {
    if (!slackTeam.equals(team)) {
      return Optional.empty();
    }
    return entries.stream()
        .filter(each -> user.equals(each.slackUser()))
        .map(People::approver)
        .findFirst();
  }

  @Override
  public Optional<Approver> byPerson(String person) {
    return entries.stream()
        .filter(each -> each.person().equals(person))
        .map(People::approver)
        .findFirst();
  }

  /** The person behind an address in a commit. */
  public Optional<String> byEmail(String address) {
    return entries.stream()
        .filter(each -> each.email() != null)
        .filter(each -> lower(each.email()).equals(lower(address)))
        .map(Entry::person)
        .findFirst();
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  private static Approver approver(Entry entry) {
    return new Approver(entry.person(), entry.roles());
  }
}
