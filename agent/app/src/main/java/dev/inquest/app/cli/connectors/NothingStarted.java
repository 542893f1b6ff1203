package dev.inquest.app.cli.connectors;

import org.springframework.context.LifecycleProcessor;

/** Starts no bean: a sampler that was made is not wanted to run here. */
final class NothingStarted implements LifecycleProcessor {
  @Override
  public void onRefresh() {
    // Nothing is started.
  }

  @Override
  public void onClose() {
    // Nothing was started.
  }

  @Override
  public void start() {
    // Nothing is started.
  }

  @Override
  public void stop() {
    // Nothing was started.
  }

  @Override
  public boolean isRunning() {
    return false;
  }
}
