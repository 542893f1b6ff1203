package dev.inquest.lab.process;

import java.util.ArrayDeque;
import java.util.Deque;

/** Everything to stop at the end, last started first; also when the JVM is told to end. */
public final class Children implements AutoCloseable {
  private final Deque<Runnable> stops = new ArrayDeque<>();
  private final Thread hook = new Thread(this::stopAll, "stop-children");

  public Children() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  public synchronized void onEnd(Runnable stop) {
    stops.push(stop);
  }

  @Override
  public void close() {
    stopAll();
    if (!hook.isAlive()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private synchronized void stopAll() {
    while (!stops.isEmpty()) {
      try {
        stops.pop().run();
      } catch (RuntimeException e) {
        System.err.println("could not stop something: " + e);
      }
    }
  }
}
