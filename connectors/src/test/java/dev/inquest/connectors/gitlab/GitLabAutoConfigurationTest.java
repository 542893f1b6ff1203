package dev.inquest.connectors.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.change.ChangeSource;
import dev.inquest.change.RepositorySource;
import dev.inquest.gate.actuator.Actuator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class GitLabAutoConfigurationTest {
  private static final String READ = "inquest.connectors.gitlab.";
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(GitLabAutoConfiguration.class));

  @Test
  void nothingWithoutItsBlock() {
    runner
        .withPropertyValues("inquest.role=agent")
        .run(context -> assertThat(context).doesNotHaveBean(ChangeSource.class));
    runner
        .withPropertyValues("inquest.role=gate")
        .run(context -> assertThat(context).doesNotHaveBean(Actuator.class));
  }

  @Test
  void theAgentReadsAndCannotWrite() {
    runner
        .withPropertyValues(
            "inquest.role=agent",
            READ + "url=https://gitlab.example.org",
            READ + "read-token=t",
            READ + "projects[0].service=shop",
            READ + "projects[0].project=team/shop")
        .run(context ->
            assertThat(context)
                .hasSingleBean(ChangeSource.class)
                .hasSingleBean(RepositorySource.class)
                .doesNotHaveBean(Actuator.class));
  }

  @Test
  void theGateWritesAndDoesNotRead() {
    runner
        .withPropertyValues(
            "inquest.role=gate",
            "inquest.gate.gitlab.url=https://gitlab.example.org",
            "inquest.gate.gitlab.write-token=t")
        .run(context ->
            assertThat(context)
                .hasSingleBean(Actuator.class)
                .doesNotHaveBean(RepositorySource.class));
  }

  @ParameterizedTest
  @CsvSource({
    "http://gitlab.example.org, t, url must begin with https://",
    "https://user:secret@gitlab.example.org, t, url must be an address",
    "https://gitlab.example.org, '', read-token must not be empty"
  })
  void aBadBlockStopsTheStartWithASentence(String url, String token, String sentence) {
    runner
        .withPropertyValues("inquest.role=agent", READ + "url=" + url, READ + "read-token=" + token)
        .run(context ->
            assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessageContaining("inquest.connectors.gitlab." + sentence)
                .message()
                .doesNotContain("secret@"));
  }
}
