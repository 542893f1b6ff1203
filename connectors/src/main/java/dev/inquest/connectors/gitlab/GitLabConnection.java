package dev.inquest.connectors.gitlab;

import dev.inquest.connectors.http.PrivateTrust;
import dev.inquest.connectors.resilience.FailureCodes;
import dev.inquest.connectors.resilience.Guarded;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.gitlab4j.api.GitLabApi;
import org.gitlab4j.api.GitLabApiException;
import org.glassfish.jersey.client.ClientProperties;
import org.jspecify.annotations.Nullable;

/** One token's way to GitLab: each call is guarded and its failures are told in our words. */
final class GitLabConnection {
  private final GitLabApi api;
  private final Guarded guard;

  GitLabConnection(URI url, String token, @Nullable Path caFile, Duration timeout, Guarded guard) {
    this.guard = guard;
    Map<String, Object> settings = new HashMap<>();
    // A redirect would carry the token to wherever it points.
    settings.put(ClientProperties.FOLLOW_REDIRECTS, false);
    if (caFile != null) {
      SSLContext trust = PrivateTrust.context(caFile);
      settings.put(ClientProperties.SSL_CONTEXT_SUPPLIER, (Supplier<SSLContext>) () -> trust);
    }
    this.api = new GitLabApi(url.toString(), token, null, settings);
    int millis = (int) Math.min(Integer.MAX_VALUE, timeout.toMillis());
    api.setRequestTimeout(millis, millis);
  }

  String name() {
    return guard.connector();
  }

  /** Something asked of GitLab's API. */
  @FunctionalInterface
  interface Call<T> {
    T of(GitLabApi api) throws GitLabApiException;
  }

  <T> T call(Call<T> call) {
    return guard.call(() -> told(call));
  }

  /** Empty where GitLab knows no such thing, or does not show it to this token. */
  <T> Optional<T> find(Call<T> call) {
    try {
      return Optional.of(call(call));
    } catch (FailureException e) {
      if (e.failure().code().equals(GitLabFailures.NOT_FOUND)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** As {@link #call}, past the guard: for a check that must not wait. */
  <T> T now(Call<T> call) {
    return told(call);
  }

  private <T> T told(Call<T> call) {
    try {
      T answer = call.of(api);
      if (answer == null) {
        throw new FailureException(
            Failure.permanent(FailureCodes.NONSENSE, name(), "GitLab answered nothing"));
      }
      return answer;
    } catch (GitLabApiException e) {
      throw GitLabFailures.map(name(), e);
    }
  }
}
