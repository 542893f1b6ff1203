package dev.inquest.gate;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.audit.Sha256;
import dev.inquest.gate.decision.People;
import dev.inquest.gate.policy.Policy;
import dev.inquest.gate.policy.PolicyReader;
import dev.inquest.gate.repository.RemoteAccess;
import dev.inquest.gate.web.ApiToken;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The gate's keys of the configuration, read. */
final class GateSettings {
  private final Binder binder;

  GateSettings(Environment environment) {
    this.binder = Binder.get(environment);
  }

  /** As written in {@code inquest.gate.approvers[]}. */
  record ApproverKeys(
      String person,
      @Nullable String slackUser,
      @Nullable String email,
      @Nullable Set<String> roles) {}

  /** As written in {@code inquest.api.tokens[]}. */
  record TokenKeys(
      @Nullable String name,
      @Nullable String token,
      @Nullable String role,
      @Nullable String person) {}

  Path home() {
    return Path.of(text("inquest.home").orElse("./.inquest")).resolve("gate");
  }

  Optional<String> warrantKey() {
    return text("inquest.gate.warrant-key");
  }

  String publicUrl() {
    return text("inquest.gate.public-url")
        .orElseGet(() -> "http://localhost:" + text("inquest.gate.port").orElse("8081"));
  }

  @Nullable String agentUrl() {
    return text("inquest.public-url").orElse(null);
  }

  String localPerson() {
    return text("inquest.gate.local-user.person").orElse("operator");
  }

  @Nullable Path localPasswordFile() {
    return text("inquest.gate.local-user.password-file").map(Path::of).orElse(null);
  }

  Policy policy() {
    Optional<String> file = text("inquest.gate.policy");
    if (file.isEmpty()) {
      return PolicyReader.builtIn();
    }
    try {
      return PolicyReader.read(Files.readAllBytes(Path.of(file.get())));
    } catch (IOException e) {
      throw new FailureException(
          Failure.permanent("policy-unreadable", file.get(), "the policy file cannot be read"), e);
    }
  }

  People people() {
    List<ApproverKeys> keys =
        binder
            .bind("inquest.gate.approvers", Bindable.listOf(ApproverKeys.class))
            .orElseGet(List::of);
    return new People(
        keys.stream()
            .map(each ->
                new People.Entry(
                    each.person(),
                    each.slackUser(),
                    each.email(),
                    Objects.requireNonNullElseGet(each.roles(), Set::of)))
            .toList(),
        text("inquest.slack.team").orElse(null));
  }

  List<ApiToken> tokens() {
    return binder
        .bind("inquest.api.tokens", Bindable.listOf(TokenKeys.class))
        .orElseGet(List::of)
        .stream()
        .map(GateSettings::token)
        .toList();
  }

  private static ApiToken token(TokenKeys keys) {
    String secret = Objects.requireNonNullElse(keys.token(), "");
    if (secret.isBlank()) {
      throw new FailureException(
          Failure.permanent("token-empty", "inquest.api.tokens", "an API token is empty"));
    }
    String role = Objects.requireNonNullElse(keys.role(), "viewer").toLowerCase(Locale.ROOT);
    String name = Objects.requireNonNullElse(keys.name(), "unnamed");
    boolean decides = role.equals("approver");
    if (decides && (keys.person() == null || keys.person().isBlank())) {
      throw new FailureException(
          Failure.permanent(
              "token-unbound",
              "inquest.api.tokens",
              "the approver's token " + name + " needs the one person it decides for"));
    }
    return new ApiToken(name, Sha256.hex(secret), Set.of(role), decides ? keys.person() : null);
  }

  /** Where the gate signs in to read. */
  List<RemoteAccess> remotes() {
    Optional<String> url = text("inquest.gate.gitlab.url");
    Optional<String> token = text("inquest.gate.gitlab.write-token");
    return url.isPresent() && token.isPresent()
        ? List.of(new RemoteAccess(URI.create(url.get()), token.get()))
        : List.of();
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(binder.bind(key, String.class).orElse(null))
        .filter(value -> !value.isBlank());
  }
}
