package dev.inquest.playbooks.casefile;

import dev.inquest.hypothesis.CauseKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of truth while it is being read. */
final class AnswerReading {
  private final JsonCursor cursor;
  private final List<Answer.Cause> causes = new ArrayList<>();
  private @Nullable String id;
  private Answer.@Nullable Verdict verdict;
  private @Nullable String firstFailing;
  private List<String> blastRadius = List.of();
  private @Nullable String remediation;
  private List<String> decoys = List.of();

  private @Nullable String service;
  private @Nullable String instance;
  private @Nullable CauseKind kind;
  private @Nullable String indicator;
  private @Nullable String change;
  private List<String> region = List.of();

  AnswerReading(JsonCursor cursor) {
    this.cursor = cursor;
  }

  /** A line without a verdict, as those about single series are, counts as identified. */
  Answer read() {
    cursor.fields(this::field);
    if (id == null) {
      throw cursor.malformed("an answer needs its case");
    }
    Answer.Verdict said = verdict == null ? Answer.Verdict.IDENTIFIED : verdict;
    if (said == Answer.Verdict.HEALTHY && !causes.isEmpty()) {
      throw cursor.malformed("a healthy case has no cause");
    }
    return new Answer(id, said, causes, firstFailing, blastRadius, remediation, decoys);
  }

  private void field(String name) {
    switch (name) {
      case "case" -> id = cursor.text();
      case "verdict" -> verdict = Names.of(Answer.Verdict.class, cursor);
      case "causes" -> cursor.elements(this::cause);
      case "first_failing_service" -> firstFailing = cursor.textOrNull();
      case "blast_radius" -> blastRadius = texts();
      case "remediation" -> remediation = cursor.textOrNull();
      case "decoys" -> decoys = texts();
      default -> cursor.skip();
    }
  }

  private List<String> texts() {
    return cursor.isNull() ? List.of() : cursor.list(cursor::text);
  }

  private void cause() {
    service = null;
    instance = null;
    kind = null;
    indicator = null;
    change = null;
    region = List.of();
    cursor.fields(this::part);
    causes.add(new Answer.Cause(service, instance, kind, indicator, change, region));
  }

  private void part(String name) {
    switch (name) {
      case "service" -> service = cursor.textOrNull();
      case "instance" -> instance = cursor.textOrNull();
      case "indicator" -> indicator = cursor.textOrNull();
      case "change" -> change = cursor.textOrNull();
      case "region" -> region = cursor.isText() ? List.of(cursor.text()) : texts();
      case "kind" -> kind = kind(cursor.textOrNull());
      default -> cursor.skip();
    }
  }

  private @Nullable CauseKind kind(@Nullable String word) {
    if (word == null) {
      return null;
    }
    for (CauseKind known : CauseKind.values()) {
      if (Names.wire(known).equals(word)) {
        return known;
      }
    }
    throw cursor.malformed("there is no kind of cause called " + word);
  }
}
