package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a filled instance of any record of the core, from its components' types alone. */
final class AnyRecord {
  private Instant next = Instant.parse("2026-07-11T13:30:00.123456789Z");

  Object of(Class<?> record) {
    RecordComponent[] components = record.getRecordComponents();
    Object[] values = Arrays.stream(components).map(this::component).toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = record.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no sample of " + record, e);
    }
  }

  /** Whether a record's components are all data, so that it has a JSON form. */
  static boolean isData(Class<?> record) {
    return Arrays.stream(record.getRecordComponents()).allMatch(c -> isData(c.getGenericType()));
  }

  private static boolean isData(Type type) {
    if (type instanceof ParameterizedType generic) {
      return Arrays.stream(generic.getActualTypeArguments()).allMatch(AnyRecord::isData);
    }
    return !(type instanceof Class<?> c && c.isInterface() && !c.isSealed());
  }

  private Object component(RecordComponent component) {
    // The one number that may be neither 0 nor 1.
    return component.getName().equals("prior") ? 0.25 : value(component.getGenericType());
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      return collection((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> c = (Class<?>) type;
    if (c.isEnum()) {
      return c.getEnumConstants()[c.getEnumConstants().length - 1];
    }
    return c.isRecord() ? of(c) : c.isSealed() ? of(c.getPermittedSubclasses()[0]) : plain(c);
  }

  private Object collection(Class<?> raw, Type[] of) {
    if (raw == List.class) {
      return new ArrayList<>(List.of(value(of[0])));
    } else if (raw == Set.class) {
      return Set.of(value(of[0]));
    } else if (raw == Map.class) {
      return Map.of("key", value(of[1]));
    } else if (raw == SortedMap.class) {
      return new TreeMap<>(Map.of("key", value(of[1])));
    }
    throw new AssertionError("no sample of " + raw);
  }

  private Object plain(Class<?> c) {
    if (c == String.class) {
      return "a \"text\" é\n";
    } else if (c == Instant.class) {
      next = next.plusSeconds(60);
      return next;
    } else if (c == Duration.class) {
      return Duration.parse("PT1M2.5S");
    } else if (c == double.class || c == Double.class) {
      return 1.0;
    } else if (c == long.class || c == Object.class) {
      return 9_007_199_254_740_993L;
    } else if (c == int.class) {
      return 7;
    } else if (c == boolean.class) {
      return true;
    } else if (c == MetricSeries.class) {
      return new MetricSeries(
          SeriesId.of("up", Map.of("service", "carts")),
          new long[] {1, 2, 3},
          new double[] {0.1, Double.NaN, Double.NEGATIVE_INFINITY});
    }
    throw new AssertionError("no sample of " + c);
  }
}
