package dev.inquest.playbooks.evolve.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.format.Lesson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The lessons of all rounds so far. One text is one lesson: its counts are the paired tasks on
 * which an edit so described won and lost, added up. What does not fit the budget and says least
 * goes.
 */
public final class LessonBook {
  private static final Comparator<Lesson> MOST_SAID =
      Comparator.<Lesson>comparingInt(l -> l.helpful() + l.harmful())
          .reversed()
          .thenComparing(Lesson::text);

  private LessonBook() {}

  /**
   * @param bytes of all lines together
   * @return in the order of what they say most about
   */
  public static List<Lesson> of(List<RoundRecord> rounds, int bytes) {
    SortedMap<String, Lesson> byText = new TreeMap<>();
    rounds.stream()
        .flatMap(round -> round.looked().stream())
        .forEach(look -> {
          String text = text(look.edits());
          int won = look.screening().wins();
          int lost = look.screening().losses();
          byText.merge(text, new Lesson(Lesson.idOf(text), won, lost, text), LessonBook::added);
        });
    return withinBudget(byText.values().stream().sorted(MOST_SAID).toList(), bytes);
  }

  private static Lesson added(Lesson one, Lesson other) {
    return new Lesson(
        one.id(), one.helpful() + other.helpful(), one.harmful() + other.harmful(), one.text());
  }

  private static List<Lesson> withinBudget(List<Lesson> lessons, int bytes) {
    List<Lesson> kept = new ArrayList<>();
    int left = bytes;
    for (Lesson lesson : lessons) {
      left -= (lesson + "\n").getBytes(UTF_8).length;
      if (left < 0) {
        return kept;
      }
      kept.add(lesson);
    }
    return kept;
  }

  private static String text(List<Edit> edits) {
    String all =
        edits.stream().map(Edit::words).sorted().distinct().collect(Collectors.joining("; "));
    return all.length() <= 400 ? all : all.substring(0, 400) + "…";
  }
}
