package dev.inquest.app.cli.connectors;

import dev.inquest.app.config.Role;
import dev.inquest.app.config.Settings;
import dev.inquest.app.config.SharedConfiguration;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.Component;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.ClassUtils;

/**
 * The connectors of one role, made as its process makes them, and nothing else: no web server, no
 * database, and of all keys only that role's.
 */
final class RoleContext implements AutoCloseable {
  private static final String CONNECTORS = "dev.inquest.connectors.";
  private final AnnotationConfigApplicationContext context;

  private RoleContext(AnnotationConfigApplicationContext context) {
    this.context = context;
  }

  /**
   * A connector that may still fail to be made.
   *
   * @param name its package's, e.g. {@code gitlab}
   */
  record Named(String name, Callable<CheckResult> check) {}

  static RoleContext open(Role role, Settings settings) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.setEnvironment(environment(role, settings));
    context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
    // Nothing is made but what is asked for, so one wrong block stops no other.
    context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
    context
        .getBeanFactory()
        .registerSingleton(
            AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, new NothingStarted());
    context.register(SharedConfiguration.class, NothingKept.class);
    context.register(autoConfigurations());
    context.refresh();
    return new RoleContext(context);
  }

  /** Neither the process's environment nor its properties: they may hold the other role's keys. */
  private static StandardEnvironment environment(Role role, Settings settings) {
    StandardEnvironment environment = new StandardEnvironment();
    MutablePropertySources sources = environment.getPropertySources();
    sources.remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    sources.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    Map<String, Object> given = new java.util.HashMap<>(settings.forRole(role));
    given.put("inquest.role", role.wire());
    given.put("inquest.home", settings.home().toString());
    sources.addFirst(new MapPropertySource("inquest", given));
    ConfigurationPropertySources.attach(environment);
    return environment;
  }

  private static Class<?>[] autoConfigurations() {
    ClassLoader loader = RoleContext.class.getClassLoader();
    return StreamSupport.stream(
            ImportCandidates.load(AutoConfiguration.class, loader).spliterator(), false)
        .filter(name -> name.startsWith(CONNECTORS))
        .map(name -> ClassUtils.resolveClassName(name, loader))
        .toArray(Class<?>[]::new);
  }

  /** One a system: its several ports share one check. */
  List<Named> connectors() {
    ConfigurableListableBeanFactory beans = context.getBeanFactory();
    List<Named> connectors = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String bean : beans.getBeanNamesForType(Component.class, true, false)) {
      String name = system(beans, bean);
      if (seen.add(name)) {
        connectors.add(new Named(name, () -> beans.getBean(bean, Component.class).check()));
      }
    }
    return connectors;
  }

  /** What this role can read of a key; null where nothing. */
  @Nullable String property(String key) {
    return context.getEnvironment().getProperty(key);
  }

  /** The package its configuration lies in. */
  private static String system(ConfigurableListableBeanFactory beans, String bean) {
    String factory = beans.getBeanDefinition(bean).getFactoryBeanName();
    Class<?> type = factory == null ? null : beans.getType(factory);
    String name = type == null ? "" : type.getPackageName();
    return name.startsWith(CONNECTORS) ? name.substring(CONNECTORS.length()) : bean;
  }

  @Override
  public void close() {
    context.close();
  }
}
