package dev.inquest.app.web;

import dev.inquest.app.report.FleetMttr;
import dev.inquest.app.report.PictureReader;
import dev.inquest.app.report.StoredReports;
import dev.inquest.app.report.StoryReader;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.thymeleaf.ITemplateEngine;

/** The agent's pages and reports. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {

  @Bean
  PictureReader pictureReader(JdbcClient jdbc) {
    return new PictureReader(jdbc);
  }

  @Bean
  StoryReader storyReader(
      JdbcClient jdbc,
      PictureReader pictures,
      @Value("${inquest.gate.public-url:http://127.0.0.1:8081}") String gateUrl) {
    return new StoryReader(jdbc, pictures, gateUrl.replaceAll("/+$", ""));
  }

  @Bean
  StoredReports storedReports(
      StoryReader stories, ITemplateEngine templates, JdbcClient jdbc, Clock clock) {
    return new StoredReports(stories, templates, jdbc, clock);
  }

  @Bean
  FleetMttr fleetMttr(JdbcClient jdbc) {
    return new FleetMttr(jdbc);
  }

  @Bean
  IncidentList incidentList(JdbcClient jdbc) {
    return new IncidentList(jdbc);
  }
}
