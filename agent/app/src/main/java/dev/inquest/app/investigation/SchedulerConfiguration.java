package dev.inquest.app.investigation;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.inquest.change.ChangeSource;
import dev.inquest.change.RepositorySource;
import dev.inquest.evidence.DatabaseProbe;
import dev.inquest.evidence.LogSource;
import dev.inquest.evidence.MetricSource;
import dev.inquest.evidence.TraceSource;
import dev.inquest.investigation.Sources;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Durable work in {@code agent.scheduled_tasks}, and what investigations may ask. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({InvestigationProperties.class, RecoveryProperties.class})
class SchedulerConfiguration {
  private static final String TABLE = "agent.scheduled_tasks";
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration POLLING = Duration.ofMillis(500);
  private static final Duration STOPPING = Duration.ofSeconds(5);

  /** Db-scheduler's least: dead after 20 s. */
  private static final int MISSED_HEARTBEATS = 4;

  /** The scheduler is a client too; this one needs no tasks, so tasks may need it. */
  @Bean
  @Primary
  SchedulerClient schedulerClient(DataSource dataSource) {
    return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
        .tableName(TABLE)
        .serializer(new TaskJson())
        .build();
  }

  /** Stopped by {@link SchedulerLifecycle}. */
  @Bean(destroyMethod = "")
  Scheduler scheduler(
      DataSource dataSource,
      List<Task<?>> tasks,
      NodeName node,
      InvestigationProperties properties) {
    return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), tasks)
        .tableName(TABLE)
        .serializer(new TaskJson())
        .schedulerName(new SchedulerName.Fixed(node.value()))
        .threads(properties.workers())
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .pollingInterval(POLLING)
        .pollUsingLockAndFetch(0.5, 1.0)
        .shutdownMaxWait(STOPPING)
        .enableImmediateExecution()
        .build();
  }

  @Bean
  Sources sources(
      ObjectProvider<MetricSource> metrics,
      ObjectProvider<TraceSource> traces,
      ObjectProvider<LogSource> logs,
      ObjectProvider<ChangeSource> changes,
      ObjectProvider<DatabaseProbe> databases,
      ObjectProvider<RepositorySource> repositories) {
    return new Sources(
        metrics.orderedStream().toList(),
        traces.orderedStream().toList(),
        logs.orderedStream().toList(),
        changes.orderedStream().toList(),
        databases.orderedStream().toList(),
        repositories.orderedStream().toList());
  }
}
