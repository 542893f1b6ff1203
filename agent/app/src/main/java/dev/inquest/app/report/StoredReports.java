package dev.inquest.app.report;

import static java.util.Objects.requireNonNull;

import dev.inquest.app.storage.Rows;
import dev.inquest.app.storage.StoredJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes an incident's report in its three forms, and reads it back. */
public class StoredReports implements ReportWriter {
  private final StoryReader stories;
  private final ITemplateEngine templates;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final String styleSheet;

  public StoredReports(
      StoryReader stories, ITemplateEngine templates, JdbcClient jdbc, Clock clock) {
    this.stories = stories;
    this.templates = templates;
    this.jdbc = jdbc;
    this.clock = clock;
    this.styleSheet = styleSheet();
  }

  /** Writes html, md and json anew; nothing where there is no such incident. */
  @Override
  public void write(String incident) {
    stories
        .read(incident)
        .ifPresent(story ->
            Map.of(
                    "html", html(story),
                    "md", MarkdownReport.of(story),
                    "json", StoredJson.write(story))
                .forEach((format, content) -> store(incident, format, content)));
  }

  /**
   * The stored report, or one made now where the incident is still under way.
   *
   * @param format {@code html, md, json}
   */
  public Optional<String> read(String incident, String format) {
    Optional<String> stored =
        jdbc.sql("SELECT content FROM agent.report WHERE incident = :id AND format = :format")
            .param("id", incident)
            .param("format", format)
            .query(String.class)
            .optional();
    return stored.isPresent() ? stored : stories.read(incident).map(s -> render(s, format));
  }

  private String render(Story story, String format) {
    return switch (format) {
      case "html" -> html(story);
      case "md" -> MarkdownReport.of(story);
      case "json" -> StoredJson.write(story);
      default -> throw new IllegalArgumentException("no such report format: " + format);
    };
  }

  private String html(Story story) {
    Context context = new Context(Locale.ROOT);
    context.setVariable("story", story);
    context.setVariable("told", new Told(story));
    context.setVariable("charts", story.pictures().stream().map(LineChart::svg).toList());
    context.setVariable("chartData", story.pictures().stream().map(_ -> "").toList());
    context.setVariable("view", View.INSTANCE);
    context.setVariable("styleSheet", styleSheet);
    return templates.process("report", context);
  }

  /** The pages' own, so that a report looks like the page it was made from. */
  private static String styleSheet() {
    try (InputStream in =
        requireNonNull(StoredReports.class.getResourceAsStream("/static/inquest.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the style sheet cannot be read", e);
    }
  }

  private void store(String incident, String format, String content) {
    jdbc.sql(
            """
            INSERT INTO agent.report (incident, format, content, at)
            VALUES (:incident, :format, :content, :at)
            ON CONFLICT (incident, format) DO UPDATE SET content = excluded.content, at = excluded.at\
            """)
        .param("incident", incident)
        .param("format", format)
        .param("content", content.replace("\u0000", "\ufffd"))
        .param("at", Rows.at(clock.instant()))
        .update();
  }
}
