package dev.inquest.app.browser;

import dev.inquest.app.GateProcess;
import dev.inquest.app.testing.AppDatabase;
import dev.inquest.kit.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The real gate on a free port, beside an agent on the same database. */
final class TestGate implements AutoCloseable {
  static final String PERSON = "ada";
  static final String PASSWORD = "correct horse";

  private final ConfigurableApplicationContext context;

  private TestGate(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * @param services as in {@code inquest.yml}
   */
  static TestGate start(
      AppDatabase database, int port, String agentUrl, Map<String, String> services) {
    Map<String, Object> given = new HashMap<>(database.gate().properties());
    given.putAll(services);
    given.put("inquest.role", "gate");
    given.put("inquest.gate.port", Integer.toString(port));
    given.put("inquest.public-url", agentUrl);
    given.put("inquest.gate.local-user.person", PERSON);
    given.put("spring.config.location", "classpath:/");
    home(given);
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", given));
    return new TestGate(
        new SpringApplicationBuilder(GateProcess.class)
            .environment(environment)
            .profiles("gate")
            .bannerMode(Banner.Mode.OFF)
            .run());
  }

  private static void home(Map<String, Object> given) {
    try {
      Path home = Scratch.folder("gate-home");
      Path password = Files.writeString(home.resolve("password"), PASSWORD + "\n");
      given.put("inquest.home", home.toString());
      given.put("inquest.gate.local-user.password-file", password.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:"
        + context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
