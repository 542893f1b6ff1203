package dev.inquest.app.storage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the gate is told: it audits each event and rewrites the incident's message. INSERT only. */
@Repository
public class Events {
  private final JdbcClient jdbc;
  private final @Nullable String publicUrl;

  public Events(JdbcClient jdbc, @Value("${inquest.public-url:#{null}}") @Nullable String url) {
    this.jdbc = jdbc;
    this.publicUrl = url;
  }

  /**
   * @param kind announced, diagnosed, proposed, recovered, closed, labelled, withdrawn
   * @param state the announcement's: investigating, diagnosed, asked, fixing, recovered, closed
   * @param lines details, most important first
   */
  public void tell(
      String kind,
      String incident,
      String state,
      String title,
      String sentence,
      List<String> lines) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("state", state);
    body.put("title", CleanText.of(title, 300));
    body.put("sentence", CleanText.of(sentence, 2_000));
    body.put("lines", lines.stream().limit(20).map(l -> CleanText.of(l, 1_000)).toList());
    if (publicUrl != null) {
      body.put("url", publicUrl.replaceAll("/+$", "") + "/incidents/" + incident);
    }
    jdbc.sql(
            """
            INSERT INTO agent.event (kind, incident, body)
            VALUES (:kind, :incident, CAST(:body AS jsonb))
            """)
        .param("kind", kind)
        .param("incident", incident)
        .param("body", StoredJson.write(body))
        .update();
  }
}
