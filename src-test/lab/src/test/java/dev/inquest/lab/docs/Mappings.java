package dev.inquest.lab.docs;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** What controllers map, as {@code GET /path}. */
final class Mappings {
  private Mappings() {}

  /** Of the classes with that annotation in those packages and below. */
  static Set<String> of(Class<? extends Annotation> annotation, String... packages) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(annotation, false));
    Set<String> found = new TreeSet<>();
    for (String name : packages) {
      for (BeanDefinition definition : scanner.findCandidateComponents(name)) {
        take(load(String.valueOf(definition.getBeanClassName())), found);
      }
    }
    return found;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void take(Class<?> controller, Set<String> found) {
    RequestMapping whole =
        AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
    String prefix = whole == null ? "" : whole.path()[0];
    for (Method method : controller.getDeclaredMethods()) {
      RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
      if (own != null) {
        take(prefix, own, found);
      }
    }
  }

  private static void take(String prefix, RequestMapping mapping, Set<String> found) {
    String[] paths = mapping.path().length == 0 ? new String[] {""} : mapping.path();
    for (RequestMethod method : mapping.method()) {
      for (String path : paths) {
        found.add(method + " " + prefix + path);
      }
    }
  }
}
