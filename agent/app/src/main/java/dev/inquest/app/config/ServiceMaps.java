package dev.inquest.app.config;

import dev.inquest.topology.Mode;
import dev.inquest.topology.ServiceMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** {@code inquest.services[]} as the service map. */
public final class ServiceMaps {
  private ServiceMaps() {}

  /** For commands, which have settings and no environment. */
  public static ServiceMap of(Settings settings) {
    Map<String, String> values = new LinkedHashMap<>();
    settings.own().forEach((name, setting) -> values.put(name, setting.value()));
    return read(new Binder(new MapConfigurationPropertySource(values)));
  }

  static ServiceMap read(Binder binder) {
    Mode standard = binder.bind("inquest.mode", Mode.class).orElse(Mode.OBSERVE);
    List<ServiceProperties> services =
        binder
            .bind("inquest.services", Bindable.listOf(ServiceProperties.class))
            .orElseGet(List::of);
    return new ServiceMap(services.stream().map(s -> s.entry(standard)).toList());
  }
}
