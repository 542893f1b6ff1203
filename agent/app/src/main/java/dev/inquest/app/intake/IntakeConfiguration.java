package dev.inquest.app.intake;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the intake. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
class IntakeConfiguration {
  @Bean
  InterpreterLoop interpreterLoop(Interpreter interpreter) {
    return interpreter.loop();
  }
}
