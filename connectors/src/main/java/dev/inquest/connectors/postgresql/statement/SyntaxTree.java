package dev.inquest.connectors.postgresql.statement;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.parser.ASTNodeAccessImpl;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/**
 * All nodes below a node, by their fields. The parser's own visitors leave out parts of some nodes
 * (a FILTER clause, a window's frame); what a visitor forgets could hide a function call, so we
 * look at what is really there.
 */
final class SyntaxTree {
  private static final String PARSER_PACKAGE = "net.sf.jsqlparser.";

  /** Where the text stood, not what it means; leads up to parents again. */
  private static final String TOKENS = "net.sf.jsqlparser.parser.";

  private static final int MAX_NODES = 20_000;

  private SyntaxTree() {}

  /** The node and everything below it, each once. */
  static List<Object> nodes(Object root) {
    return walk(root, true);
  }

  /** As {@link #nodes} but not into a nested SELECT, which is listed itself. */
  static List<Object> nodesOfThisLevel(Object root) {
    return walk(root, false);
  }

  /** The SELECTs directly within a node, itself left out. */
  static List<Select> nestedSelects(Object root) {
    return nodesOfThisLevel(root).stream()
        .skip(1)
        .filter(Select.class::isInstance)
        .map(Select.class::cast)
        .toList();
  }

  static <T> List<T> all(Object root, Class<T> type) {
    return nodes(root).stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static List<Object> walk(Object root, boolean intoSelects) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Object> nodes = new ArrayList<>();
    Deque<Object> waiting = new ArrayDeque<>(List.of(root));
    while (!waiting.isEmpty()) {
      Object next = waiting.pop();
      if (!seen.add(next)) {
        continue;
      }
      if (isNode(next)) {
        nodes.add(next);
      }
      if (nodes.size() > MAX_NODES) {
        throw new UnreadableStatementException("the statement is too large");
      }
      boolean isRoot = seen.size() == 1;
      if (intoSelects || isRoot || !(next instanceof Select)) {
        children(next).reversed().forEach(waiting::push);
      }
    }
    return nodes;
  }

  private static boolean isNode(Object value) {
    String type = value.getClass().getName();
    return type.startsWith(PARSER_PACKAGE)
        && !type.startsWith(TOKENS)
        && !(value instanceof Enum<?>);
  }

  private static List<Object> children(Object parent) {
    List<Object> children = new ArrayList<>();
    if (parent instanceof Iterable<?> items) {
      items.forEach(item -> keep(children, item));
    }
    if (parent instanceof Map<?, ?> map) {
      map.forEach((key, value) -> {
        keep(children, key);
        keep(children, value);
      });
    }
    if (parent instanceof Object[] items) {
      for (Object item : items) {
        keep(children, item);
      }
    }
    if (isNode(parent)) {
      fields(parent, children);
    }
    return children;
  }

  private static void fields(Object node, List<Object> children) {
    for (Class<?> type = node.getClass();
        type != null
            && type.getName().startsWith(PARSER_PACKAGE)
            && type != ASTNodeAccessImpl.class;
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          keep(children, read(field, node));
        }
      }
    }
  }

  private static @Nullable Object read(Field field, Object node) {
    try {
      field.setAccessible(true);
      return field.get(node);
    } catch (IllegalAccessException e) {
      throw new UnreadableStatementException("the statement's tree cannot be walked");
    }
  }

  private static void keep(List<Object> children, @Nullable Object value) {
    if (value != null
        && (isNode(value)
            || value instanceof Iterable<?>
            || value instanceof Map<?, ?>
            || value instanceof Object[])) {
      children.add(value);
    }
  }
}
