package dev.inquest.playbooks.casefile;

import dev.inquest.change.RepositorySource;
import dev.inquest.evidence.BaselineStore;
import dev.inquest.evidence.EvidenceBook;
import dev.inquest.failure.Failure;
import dev.inquest.incident.HumanLabel;
import dev.inquest.investigation.Engine;
import dev.inquest.playbook.Catalogue;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every type that crosses the core's borders: whatever the ports and the engine take and give. */
final class CoreTypes {
  private static final List<Class<?>> BORDERS =
      List.of(
          Engine.class,
          EvidenceBook.class,
          RepositorySource.class,
          BaselineStore.class,
          Catalogue.class,
          Failure.class,
          HumanLabel.class);

  private final Set<Class<?>> seen = new LinkedHashSet<>();

  private CoreTypes() {}

  static List<Class<?>> all() {
    CoreTypes types = new CoreTypes();
    BORDERS.forEach(types::visit);
    List<Class<?>> all = new ArrayList<>(types.seen);
    all.sort(Comparator.comparing(Class::getName));
    return all;
  }

  private void visit(Type type) {
    if (type instanceof ParameterizedType generic) {
      visit(generic.getRawType());
      List.of(generic.getActualTypeArguments()).forEach(this::visit);
    } else if (type instanceof Class<?> c
        && c.getName().startsWith("dev.inquest.")
        && seen.add(c)) {
      open(c);
    }
  }

  private void open(Class<?> c) {
    if (c.isRecord()) {
      for (RecordComponent component : c.getRecordComponents()) {
        visit(component.getGenericType());
      }
    } else if (c.isSealed()) {
      List.of(c.getPermittedSubclasses()).forEach(this::visit);
    } else if (c.isInterface()) {
      for (Method method : c.getMethods()) {
        visit(method.getGenericReturnType());
        List.of(method.getGenericParameterTypes()).forEach(this::visit);
      }
    }
  }
}
