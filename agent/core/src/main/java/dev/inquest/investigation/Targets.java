package dev.inquest.investigation;

import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import java.util.Set;
import java.util.TreeSet;

/** Which databases have something to say. */
public final class Targets {
  private Targets() {}

  /**
   * Those the service map names for the scope's services. Where it names none for an alerting
   * service, every database that can be asked, if that is one.
   */
  public static Set<String> of(Scope scope, ServiceMap services, Sources sources) {
    Set<String> askable = new TreeSet<>();
    sources.databases().forEach(probe -> askable.addAll(probe.targets()));
    Set<String> named = named(scope.services(), services);
    named.retainAll(askable);
    return named.isEmpty() && askable.size() == 1 ? askable : named;
  }

  /** The databases of these services, by the service map. */
  static Set<String> named(Set<String> of, ServiceMap services) {
    Set<String> named = new TreeSet<>();
    for (String service : of) {
      services.find(service).map(ServiceEntry::databases).ifPresent(named::addAll);
    }
    return named;
  }
}
