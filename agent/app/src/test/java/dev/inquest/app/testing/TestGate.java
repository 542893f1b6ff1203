package dev.inquest.app.testing;

import dev.inquest.app.GateProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The real gate on a free port, signed in to the database as the gate's role. */
public final class TestGate implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private TestGate(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public static TestGate start(AppDatabase database, Path home, Map<String, String> settings) {
    Map<String, Object> given = new HashMap<>(database.gate().properties());
    given.put("spring.config.location", "classpath:/");
    given.put("inquest.home", home.toString());
    given.put("inquest.gate.port", "0");
    given.put("logging.level.root", "warn");
    given.putAll(settings);
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", given));
    return new TestGate(
        new SpringApplicationBuilder(GateProcess.class)
            .environment(environment)
            .profiles("gate")
            .bannerMode(Banner.Mode.OFF)
            .run());
  }

  public URI at(String path) {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  @Override
  public void close() {
    context.close();
  }
}
