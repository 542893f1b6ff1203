package dev.inquest.lab.docs;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.inquest.app.config.LimitProperties;
import dev.inquest.app.config.ServiceProperties;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The keys that records take, by name with the default that the record declares, or "". */
final class BoundKeys {
  private final Map<String, String> found = new TreeMap<>();

  private BoundKeys() {}

  /** Of every {@code @ConfigurationProperties} record, and of those that are bound by hand. */
  static Map<String, String> all() {
    BoundKeys keys = new BoundKeys();
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    for (BeanDefinition definition : scanner.findCandidateComponents("dev.inquest")) {
      Class<?> bound = load(String.valueOf(definition.getBeanClassName()));
      keys.take(
          requireNonNull(bound.getAnnotation(ConfigurationProperties.class)).value() + ".", bound);
    }
    keys.take("inquest.limits.", LimitProperties.class);
    keys.take("inquest.services[].", ServiceProperties.class);
    keys.take("inquest.gate.approvers[].", gates("ApproverKeys"));
    keys.take("inquest.api.tokens[].", gates("TokenKeys"));
    return keys.found;
  }

  private static Class<?> gates(String record) {
    return load("dev.inquest.gate.GateSettings$" + record);
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private void take(String prefix, Class<?> bound) {
    RecordComponent[] components = bound.getRecordComponents();
    Annotation[][] annotations = annotations(bound, components.length);
    for (int i = 0; i < components.length; i++) {
      String name = prefix + kebab(components[i].getName());
      Class<?> type = components[i].getType();
      if (type.isRecord()) {
        take(name + ".", type);
      } else if (Collection.class.isAssignableFrom(type)) {
        takeMany(name + "[]", components[i].getGenericType(), annotations[i]);
      } else {
        found.put(name, standard(annotations[i]));
      }
    }
  }

  private void takeMany(String name, Type list, Annotation[] annotations) {
    Type element = ((ParameterizedType) list).getActualTypeArguments()[0];
    if (element instanceof Class<?> type && type.isRecord()) {
      take(name + ".", type);
    } else {
      found.put(name, standard(annotations));
    }
  }

  /** Of the canonical constructor's parameters, where the defaults stand. */
  private static Annotation[][] annotations(Class<?> bound, int components) {
    return Arrays.stream(bound.getDeclaredConstructors())
        .filter(constructor -> constructor.getParameterCount() == components)
        .findFirst()
        .orElseThrow()
        .getParameterAnnotations();
  }

  private static String standard(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .filter(DefaultValue.class::isInstance)
        .flatMap(annotation -> Arrays.stream(((DefaultValue) annotation).value()))
        .collect(joining(", "));
  }

  private static String kebab(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
