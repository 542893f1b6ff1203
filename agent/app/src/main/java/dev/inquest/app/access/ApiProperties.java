package dev.inquest.app.access;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code inquest.api.tokens[]}. */
@ConfigurationProperties("inquest.api")
public record ApiProperties(@DefaultValue List<Token> tokens) {
  public ApiProperties {
    tokens = List.copyOf(tokens);
  }

  /**
   * @param role viewer or operator; an approver's token is the gate's
   */
  public record Token(
      @DefaultValue("token") String name,
      String token,
      @DefaultValue("viewer") String role,
      @Nullable String person) {
    public Token {
      role = role.toLowerCase(Locale.ROOT);
    }

    /** Never shows the token. */
    @Override
    public String toString() {
      return name + " (" + role + ")";
    }
  }
}
