package dev.inquest.app.config;

import static java.util.Objects.requireNonNullElse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** {@code inquest.gate.approvers[]}, for commands that look at them. */
public final class Approvers {
  private static final String KEY = "inquest.gate.approvers";

  private Approvers() {}

  /** One entry, as written. */
  public record Approver(
      String person,
      @Nullable String slackUser,
      @Nullable String email,
      @Nullable Set<String> roles) {
    public Approver {
      roles = Set.copyOf(requireNonNullElse(roles, Set.of()));
    }

    /** Never null. */
    @Override
    public Set<String> roles() {
      return requireNonNullElse(roles, Set.of());
    }
  }

  /**
   * Those configured, and the one local user, who decides and operates unless an entry of that name
   * says otherwise.
   */
  public static List<Approver> withLocalUser(Settings settings) {
    List<Approver> configured = of(settings);
    String local = settings.get("inquest.gate.local-user.person", "operator");
    if (configured.stream().anyMatch(each -> each.person().equals(local))) {
      return configured;
    }
    List<Approver> all = new java.util.ArrayList<>(configured);
    all.add(new Approver(local, null, null, Set.of("approver", "operator")));
    return all;
  }

  public static List<Approver> of(Settings settings) {
    Map<String, String> values = new LinkedHashMap<>();
    settings
        .own()
        .forEach((name, setting) -> {
          if (name.startsWith(KEY)) {
            values.put(name, setting.value());
          }
        });
    return new Binder(new MapConfigurationPropertySource(values))
        .bind(KEY, Bindable.listOf(Approver.class)).orElseGet(List::of).stream()
            .filter(each -> each.person() != null)
            .toList();
  }
}
