package dev.inquest.connectors.zipkin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.TraceSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ZipkinAutoConfigurationTest {
  private static final String BLOCK = "inquest.connectors.zipkin.";
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ZipkinAutoConfiguration.class));

  @Test
  void theAgentReadsWhereTheAddressIsGiven() {
    runner
        .withPropertyValues("inquest.role=agent", BLOCK + "url=http://127.0.0.1:1")
        .run(context -> assertThat(context).hasSingleBean(TraceSource.class));
  }

  @Test
  void nobodyElseDoes() {
    runner
        .withPropertyValues("inquest.role=agent")
        .run(context -> assertThat(context).doesNotHaveBean(TraceSource.class));
    runner
        .withPropertyValues("inquest.role=gate", BLOCK + "url=http://127.0.0.1:1")
        .run(context -> assertThat(context).doesNotHaveBean(TraceSource.class));
  }

  @ParameterizedTest
  @CsvSource({
    "url=ftp://zipkin, url must be an address",
    "url=http://user:secret@zipkin, url must hold no password",
    "traces-per-query=1, traces-per-query must be at least 2",
    "max-queries=0, max-queries must be positive",
    "timeout=0s, timeout must be longer",
    "username=me, username and password go together",
    "max-response=2GB, max-response must lie between"
  })
  void aBadBlockStopsTheStartWithASentence(String setting, String sentence) {
    runner
        .withPropertyValues("inquest.role=agent", BLOCK + "url=http://zipkin:9411", BLOCK + setting)
        .run(context ->
            assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessageContaining(BLOCK + sentence)
                .message()
                .doesNotContain("secret@"));
  }
}
