package dev.inquest.app.incident;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next null on the last page
 */
public record PageOf<T>(List<T> items, @Nullable String next) {
  static final int MAX = 500;
  static final int STANDARD = 100;

  public PageOf {
    items = List.copyOf(items);
  }

  /** What is asked for, clamped. */
  public static int limit(@Nullable Integer asked) {
    return asked == null ? STANDARD : Math.clamp(asked, 1, MAX);
  }

  /**
   * @param rows one more than {@code limit} where there are more
   * @param position of a row, from which the next page goes on
   */
  public static <R, T> PageOf<T> of(
      List<R> rows, int limit, Function<R, String> position, Function<R, T> item) {
    List<R> shown = rows.subList(0, Math.min(limit, rows.size()));
    String next = rows.size() > limit ? Cursor.of(position.apply(shown.getLast())) : null;
    return new PageOf<>(shown.stream().map(item).toList(), next);
  }
}
