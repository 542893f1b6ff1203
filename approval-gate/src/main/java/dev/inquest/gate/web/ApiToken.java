package dev.inquest.gate.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of {@code inquest.api.tokens[]}.
 *
 * @param sha256 of the token, hex; the token itself is not kept
 * @param person whom it decides for; null: it decides nothing
 */
public record ApiToken(String name, String sha256, Set<String> roles, @Nullable String person) {
  public ApiToken {
    roles = Set.copyOf(roles);
  }
}
