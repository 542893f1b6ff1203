package dev.inquest.app.serve;

import dev.inquest.app.GateProcess;
import dev.inquest.app.cli.Main;
import dev.inquest.app.config.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.ClassUtils;

/** One of the two processes, in this JVM. */
final class RoleProcess {
  private RoleProcess() {}

  /** Returns when the process was asked to stop. */
  static int run(Role role, Map<String, String> settings) throws InterruptedException {
    System.clearProperty(Main.QUIET_LOGS);
    StandardEnvironment environment = new StandardEnvironment();
    Map<String, Object> given = new HashMap<>();
    settings.forEach((name, value) -> given.put(name, literal(value)));
    given.put("inquest.role", role.wire());
    // Nothing of the current folder is read but what was named.
    given.put("spring.config.location", "classpath:/");
    environment.getPropertySources().addFirst(new MapPropertySource("inquest", given));
    CountDownLatch closed = new CountDownLatch(1);
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(application(role))
            .environment(environment)
            .profiles(role.wire())
            .bannerMode(Banner.Mode.OFF)
            .web(WebApplicationType.SERVLET)
            .logStartupInfo(false)
            .run();
    context.addApplicationListener(event -> {
      if (event instanceof ContextClosedEvent) {
        closed.countDown();
      }
    });
    closed.await();
    return 0;
  }

  /** Values are resolved already; whatever looks like a placeholder now is part of a secret. */
  private static String literal(String value) {
    return value.replace("${", "\\${");
  }

  private static Class<?> application(Role role) {
    String name =
        switch (role) {
          case AGENT -> "dev.inquest.app.AgentProcess";
          case GATE -> GateProcess.class.getName();
        };
    return ClassUtils.resolveClassName(name, RoleProcess.class.getClassLoader());
  }
}
