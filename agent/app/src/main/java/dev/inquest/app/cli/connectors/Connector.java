package dev.inquest.app.cli.connectors;

import dev.inquest.app.config.KeyList;
import dev.inquest.app.config.Role;
import dev.inquest.app.config.ServiceMaps;
import dev.inquest.app.config.Setting;
import dev.inquest.app.config.Settings;
import dev.inquest.app.storage.CleanText;
import dev.inquest.connectors.resilience.Redacted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One connector as the configuration has it.
 *
 * @param role whose keys it uses
 * @param where addresses, channels and the like, without secrets
 * @param key what to set to turn it on
 */
record Connector(String name, Role role, boolean configured, List<String> where, String key) {
  private static final Pattern NAMED = Pattern.compile("inquest\\.connectors\\.([a-z0-9-]+)\\..*");
  private static final Pattern ADDRESS = Pattern.compile(".*\\.(url|channel)");
  private static final int MAX_CHARS = 200;

  Connector {
    where = where.stream().map(text -> CleanText.of(text, MAX_CHARS)).toList();
  }

  /** Every connector there is, the agent's first. */
  static List<Connector> of(Settings settings) {
    List<Connector> all = new ArrayList<>();
    for (String name : names()) {
      all.add(
          name.equals("git")
              ? git(settings)
              : of(settings, name, Role.AGENT, "inquest.connectors." + name));
    }
    all.add(of(settings, "gitlab", Role.GATE, "inquest.gate.gitlab"));
    all.add(of(settings, "slack", Role.GATE, "inquest.slack"));
    return all;
  }

  private static Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    KeyList.all()
        .forEach(key -> {
          Matcher named = NAMED.matcher(key.name());
          if (named.matches()) {
            names.add(named.group(1));
          }
        });
    return names;
  }

  private static Connector of(Settings settings, String name, Role role, String block) {
    List<Setting> given =
        settings.own().values().stream().filter(s -> s.name().startsWith(block + ".")).toList();
    List<String> where =
        given.stream()
            .filter(s -> ADDRESS.matcher(s.name()).matches())
            .map(s -> Redacted.text(s.value()))
            .toList();
    return new Connector(name, role, !given.isEmpty(), where, block);
  }

  /** Git needs no block: it reads what the service map names. */
  private static Connector git(Settings settings) {
    List<String> repositories =
        ServiceMaps.of(settings).entries().stream()
            .flatMap(entry -> Stream.ofNullable(entry.repository()))
            .map(Redacted::text)
            .distinct()
            .toList();
    return new Connector(
        "git", Role.AGENT, !repositories.isEmpty(), repositories, "inquest.services[].repository");
  }
}
