package dev.inquest.gate.web;

import dev.inquest.gate.GateConfiguration;
import dev.inquest.gate.actuator.Actuator;
import dev.inquest.gate.testing.GateDatabase;
import dev.inquest.gate.testing.PushingActuator;
import dev.inquest.gate.testing.ShopRepository;
import dev.inquest.topology.Mode;
import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The gate's process with a real database and repository, loops running. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(GateConfiguration.class)
class GateApp {
  @Bean
  GateDatabase database() {
    return GateDatabase.create();
  }

  @Bean
  DataSource dataSource(GateDatabase database) {
    return database.gate();
  }

  @Bean
  ShopRepository shop() throws IOException {
    Path folder = folder("shop");
    return ShopRepository.create(folder.resolve("shop.git"));
  }

  /** For what outlives a test class; in the build's own folder, so cleaning takes it away. */
  static Path folder(String name) throws IOException {
    return Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "scratch")), name + "-")
        .toAbsolutePath();
  }

  @Bean
  Actuator actuator(ShopRepository shop) {
    return new PushingActuator(shop);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }

  @Bean
  ServiceMap services(ShopRepository shop) {
    return new ServiceMap(
        List.of(
            new ServiceEntry(
                "shop",
                List.of(),
                null,
                shop.locator(),
                "main",
                List.of(),
                ShopRepository.MIGRATIONS,
                List.of(),
                List.of(),
                null,
                null,
                Mode.PROPOSE)));
  }
}
