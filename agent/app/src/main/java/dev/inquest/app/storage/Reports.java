package dev.inquest.app.storage;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored reports. */
@Repository
public class Reports {
  private final JdbcClient jdbc;

  public Reports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param format html, md or json
   */
  public Optional<String> find(String incident, String format) {
    return jdbc.sql("SELECT content FROM agent.report WHERE incident = :i AND format = :format")
        .param("i", incident)
        .param("format", format)
        .query(String.class)
        .optional();
  }
}
