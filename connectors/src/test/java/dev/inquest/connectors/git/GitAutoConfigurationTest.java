package dev.inquest.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.change.ChangeSource;
import dev.inquest.change.RepositorySource;
import dev.inquest.gate.actuator.Actuator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class GitAutoConfigurationTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(GitAutoConfiguration.class));

  @Test
  void theAgentReadsAndCannotWrite() {
    runner
        .withPropertyValues("inquest.role=agent")
        .run(context ->
            assertThat(context)
                .hasSingleBean(RepositorySource.class)
                .hasSingleBean(ChangeSource.class)
                .doesNotHaveBean(Actuator.class));
  }

  @Test
  void theGateWritesAndDoesNotRead() {
    runner
        .withPropertyValues("inquest.role=gate")
        .run(context ->
            assertThat(context)
                .hasSingleBean(LocalRepositoryActuator.class)
                .doesNotHaveBean(RepositorySource.class)
                .doesNotHaveBean(ChangeSource.class));
  }

  @Test
  void aBadBlockStopsTheStartWithASentence() {
    runner
        .withPropertyValues("inquest.role=agent", "inquest.connectors.git.max-files=0")
        .run(context ->
            assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessageContaining("inquest.connectors.git.max-files must be positive"));
  }
}
