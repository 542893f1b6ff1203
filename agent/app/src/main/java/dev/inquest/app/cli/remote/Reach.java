package dev.inquest.app.cli.remote;

import dev.inquest.app.cli.ConfigOption;
import dev.inquest.app.config.Settings;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the processes are, and with which token to come. */
final class Reach {
  private static final String TOKEN = "INQUEST_TOKEN";
  private static final Settings NOTHING = new Settings(Map.of(), Map.of());

  /** Tells ports and tokens. */
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--url", paramLabel = "URL", description = "The agent's, where it is elsewhere.")
  private @Nullable URI url;

  @Option(
      names = "--gate-url",
      paramLabel = "URL",
      description = "The gate's, where it is elsewhere.")
  private @Nullable URI gateUrl;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "API token. Better, because other users do not see it: " + TOKEN + ".")
  private @Nullable String token;

  private @Nullable Settings loaded;

  Api agent(Need need) {
    return api(Side.AGENT, need, null);
  }

  Api gate(Need need) {
    return api(Side.GATE, need, null);
  }

  /**
   * @param person in whose name; null where only one token can be meant
   */
  Api gateAs(@Nullable String person) {
    return api(Side.GATE, Need.DECIDE, person);
  }

  /** A secret that a sender uses, from the configuration or the environment. */
  Optional<String> configured(String key) {
    return settings(url).get(key).filter(value -> !value.isBlank());
  }

  /** The same processes, reached as a sender with its own token. */
  Api sender(String senderToken) {
    return new Api(Side.AGENT, Need.OPERATE, bases(Side.AGENT), plain(senderToken));
  }

  /** Nothing that would end the header it stands in. */
  private static String plain(String token) {
    if (token.isEmpty() || token.chars().anyMatch(c -> c <= 0x20 || c >= 0x7f)) {
      throw failed("The token holds characters that no token has.");
    }
    return token;
  }

  private Api api(Side side, Need need, @Nullable String person) {
    String given = given();
    String chosen =
        given != null
            ? given
            : new TokenChoice(settings(named(side))).pick(side, need, person).orElse(null);
    return new Api(side, need, bases(side), chosen == null ? null : plain(chosen));
  }

  private @Nullable URI named(Side side) {
    return switch (side) {
      case AGENT -> url;
      case GATE -> gateUrl;
    };
  }

  /** This machine's own port first, then where people are sent. */
  private List<URI> bases(Side side) {
    URI named = named(side);
    if (named != null) {
      return List.of(usable(named, side.option()));
    }
    Settings settings = settings(null);
    int port = settings.port(side.portKey(), side.standardPort());
    List<URI> bases = new ArrayList<>();
    if (port != 0) {
      bases.add(URI.create("http://127.0.0.1:" + port));
    }
    settings
        .get(side.publicKey())
        .filter(text -> !text.isBlank())
        .ifPresent(text -> bases.add(usable(URI.create(text), side.publicKey())));
    if (bases.isEmpty()) {
      throw failed(
          side.title()
              + " takes any free port ("
              + side.portKey()
              + ": 0): name it with "
              + side.option()
              + ".");
    }
    return List.copyOf(bases);
  }

  private static URI usable(URI base, String origin) {
    String scheme = String.valueOf(base.getScheme());
    boolean http = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    if (!http || base.getHost() == null || base.getUserInfo() != null) {
      throw failed(origin + " is not an address such as https://inquest.example.org.");
    }
    return base;
  }

  /**
   * The configuration of this folder is for the processes of this machine: an address that was
   * typed gets none of its tokens, unless the file was typed as well.
   */
  private Settings settings(@Nullable URI named) {
    if (named != null && config.file() == null) {
      return NOTHING;
    }
    Settings settings = loaded;
    if (settings == null) {
      settings = config.load();
      loaded = settings;
    }
    return settings;
  }

  private @Nullable String given() {
    if (token != null) {
      return token.strip();
    }
    String variable = System.getenv(TOKEN);
    if (variable != null && !variable.isBlank()) {
      return variable.strip();
    }
    String file = System.getenv(TOKEN + "_FILE");
    try {
      return file == null || file.isBlank() ? null : Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw failed("The file that " + TOKEN + "_FILE names cannot be read.");
    }
  }

  private static FailureException failed(String sentence) {
    return new FailureException(Failure.permanent("unreachable", "configuration", sentence));
  }
}
