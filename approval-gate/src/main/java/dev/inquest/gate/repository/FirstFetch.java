package dev.inquest.gate.repository;

import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies every repository of the service map once after the start, so that the first proposal does
 * not wait for a whole clone.
 */
public final class FirstFetch {
  private static final Logger LOG = LoggerFactory.getLogger(FirstFetch.class);

  private final ServiceMap services;
  private final Mirrors mirrors;

  public FirstFetch(ServiceMap services, Mirrors mirrors) {
    this.services = services;
    this.mirrors = mirrors;
  }

  /** In a thread of its own; a repository that cannot be had now is fetched when it is needed. */
  public void begin() {
    Thread.ofVirtual().name("gate-first-fetch").start(this::fetchAll);
  }

  void fetchAll() {
    for (ServiceEntry service : services.entries()) {
      String repository = service.repository();
      if (repository != null) {
        fetch(repository, service.branch());
      }
    }
  }

  private void fetch(String repository, String branch) {
    try {
      mirrors.of(repository).fetch(branch);
    } catch (RuntimeException e) {
      LOG.debug("{} is not fetched now", repository, e);
    }
  }
}
