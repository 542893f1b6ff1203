package dev.inquest.app.investigation;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.inquest.app.storage.Investigations;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Starts the durable work, first giving back at once what an earlier process of this name had
 * picked and not finished. A stage's compare-and-set keeps that safe even were it still alive.
 */
@Component
class SchedulerLifecycle implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(SchedulerLifecycle.class);
  private final Scheduler scheduler;
  private final JdbcClient jdbc;
  private final NodeName node;
  private final Investigations investigations;
  private final WorkQueue queue;
  private final Clock clock;
  private volatile boolean running;

  SchedulerLifecycle(
      Scheduler scheduler,
      JdbcClient jdbc,
      NodeName node,
      Investigations investigations,
      WorkQueue queue,
      Clock clock) {
    this.scheduler = scheduler;
    this.jdbc = jdbc;
    this.node = node;
    this.investigations = investigations;
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public void start() {
    try {
      resume();
    } catch (DataAccessException e) {
      LOG.warn("earlier work goes on when the database is back: {}", e.getClass().getSimpleName());
    }
    scheduler.start();
    running = true;
  }

  private void resume() {
    int given = giveBack();
    if (given > 0) {
      LOG.info("{} pieces of work of an earlier process go on", given);
    }
    for (UUID id : investigations.running()) {
      queue.schedule(Work.INVESTIGATE, id.toString(), id.toString(), Duration.ZERO);
    }
  }

  private int giveBack() {
    return jdbc.sql(
            """
            UPDATE agent.scheduled_tasks SET picked = false, picked_by = NULL,
              last_heartbeat = NULL, execution_time = :now, version = version + 1
            WHERE picked AND picked_by = :node
            """)
        .param("now", dev.inquest.app.storage.Rows.at(clock.instant()))
        .param("node", node.value())
        .update();
  }

  @Override
  public void stop() {
    scheduler.stop();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
