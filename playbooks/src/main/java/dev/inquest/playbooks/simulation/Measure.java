package dev.inquest.playbooks.simulation;

import dev.inquest.evidence.SeriesId;
import java.util.Map;
import java.util.TreeMap;

/** What is measured, and what it is called in three houses. The ending of a name is its unit. */
enum Measure {
  REQUESTS("http_server_requests_per_second", "service:requests:rate1m", "request_rate"),
  P50("http_server_request_duration_seconds", "service_latency_p50_seconds", "latency_ms"),
  P95("http_server_request_duration_seconds", "service_latency_p95_seconds", "latency_ms"),
  ERRORS("http_server_error_ratio", "service:errors:ratio1m", "error_percent"),
  CPU("process_cpu_utilization", "container_cpu_usage_ratio", "cpu_percent"),
  MEMORY("process_memory_utilization", "container_memory_usage_ratio", "memory_percent"),
  WORKERS("worker_pool_utilization", "threads_busy_ratio", "thread_usage_percent"),
  POOL("db_client_connections_utilization", "db_pool_in_use_ratio", "connection_usage_percent"),
  DISK("filesystem_utilization", "disk_used_ratio", "disk_percent"),
  RESTARTS("container_restarts", "container_restarts_delta", "restart_count"),
  LOG_LINES("log_lines_per_second", "log:lines:rate1m", "log_rate"),
  PEER_P95("http_client_request_duration_seconds", "client_latency_p95_seconds", "peer_latency_ms"),
  PEER_ERRORS("http_client_error_ratio", "client:errors:ratio1m", "peer_error_percent"),
  STATEMENT_TIME("db_client_operation_duration_seconds", "db_call_p95_seconds", "db_latency_ms"),
  STATEMENTS("db_client_operations_per_second", "db:calls:rate1m", "db_call_rate"),
  ROWS("db_rows_read_per_second", "pg_rows_fetched_rate", "db_rows_rate"),
  LOCKS("db_lock_waits", "pg_locks_waiting", "db_lock_count"),
  DEPTH("messaging_queue_depth", "queue_messages_ready", "queue_backlog_count"),
  HITS("cache_hit_ratio", "cache_hits_ratio", "cache_hit_percent"),
  NODE_CPU("system_cpu_utilization", "node_cpu_busy_ratio", "node_cpu_percent");

  static final int HOUSES = 3;

  private final String first;
  private final String second;
  private final String third;

  Measure(String first, String second, String third) {
    this.first = first;
    this.second = second;
    this.third = third;
  }

  String name(int house) {
    return house == 0 ? first : house == 1 ? second : third;
  }

  SeriesId id(int house, Map<String, String> labels) {
    TreeMap<String, String> all = new TreeMap<>(labels);
    String name = name(house);
    if (!name.contains("p95") && !name.contains("p50")) {
      switch (this) {
        case P50 -> all.put("statistic", "p50");
        case P95, PEER_P95, STATEMENT_TIME -> all.put("statistic", "p95");
        default -> {}
      }
    }
    return new SeriesId(name, all);
  }

  /** From seconds and shares to the unit of the name. */
  double scale(int house) {
    String name = name(house);
    return name.endsWith("_ms") ? 1000 : name.endsWith("_percent") ? 100 : 1;
  }

  /** Whether it is a share of something. */
  boolean share() {
    return switch (this) {
      case ERRORS, CPU, MEMORY, WORKERS, POOL, DISK, PEER_ERRORS, HITS, NODE_CPU -> true;
      case REQUESTS,
          P50,
          P95,
          RESTARTS,
          LOG_LINES,
          PEER_P95,
          STATEMENT_TIME,
          STATEMENTS,
          ROWS,
          LOCKS,
          DEPTH ->
          false;
    };
  }

  /** Whether a sample is counted from so many requests, not read off. */
  boolean counted() {
    return this == ERRORS || this == PEER_ERRORS;
  }

  /** Whether it is exact: what is counted one by one. */
  boolean exact() {
    return this == RESTARTS || this == LOCKS;
  }
}
