package dev.inquest.playbooks.casefile;

import dev.inquest.hypothesis.CauseKind;
import dev.inquest.memory.KnownOrigin;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code truth.jsonl}: what turned out to be the cause, one line a case. */
public final class TruthJson {
  private static final int MAX_CASES = 100_000;

  private TruthJson() {}

  /** Causes by case; none for a case in which nothing was at fault, or no code. */
  public static SortedMap<String, List<KnownOrigin>> read(Path folder) {
    return origins(answers(folder));
  }

  /** The same, of any file of answers. */
  public static SortedMap<String, List<KnownOrigin>> read(InputStream in, String file) {
    return origins(answers(in, file));
  }

  /** Answers by case. */
  public static SortedMap<String, Answer> answers(Path folder) {
    return new CaseFolder(folder)
        .read("truth.jsonl", TruthJson::answers)
        .orElseThrow(() -> Malformed.at(folder.toString(), 0, "holds no truth.jsonl"));
  }

  /** The same, of any file of answers. */
  public static SortedMap<String, Answer> answers(InputStream in, String file) {
    SortedMap<String, Answer> truth = new TreeMap<>();
    JsonCursor.forEachRoot(
        in,
        file,
        cursor -> {
          Answer answer = new AnswerReading(cursor).read();
          if (truth.put(answer.caseId(), answer) != null) {
            throw cursor.malformed("a case is answered twice");
          }
          if (truth.size() > MAX_CASES) {
            throw cursor.malformed("more than " + MAX_CASES + " cases");
          }
        });
    return truth;
  }

  /** One line each. */
  public static byte[] write(List<Answer> answers) {
    StringBuilder out = new StringBuilder();
    answers.forEach(answer -> out.append(line(answer)).append('\n'));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Without its end. */
  public static String line(Answer answer) {
    ObjectNode object = JsonText.object();
    object.put("case", answer.caseId());
    object.put("verdict", Names.wire(answer.verdict()));
    ArrayNode causes = object.putArray("causes");
    answer.causes().forEach(cause -> put(causes.addObject(), cause));
    object.put("first_failing_service", answer.firstFailingService());
    JsonText.texts(object, "blast_radius", answer.blastRadius());
    object.put("remediation", answer.remediation());
    JsonText.texts(object, "decoys", answer.decoys());
    return object.toString();
  }

  private static void put(ObjectNode object, Answer.Cause cause) {
    object.put("service", cause.service());
    object.put("instance", cause.instance());
    @Nullable CauseKind kind = cause.kind();
    object.put("kind", kind == null ? null : Names.wire(kind));
    object.put("indicator", cause.indicator());
    object.put("change", cause.change());
    if (!cause.region().isEmpty()) {
      JsonText.texts(object, "region", cause.region());
    }
  }

  private static SortedMap<String, List<KnownOrigin>> origins(SortedMap<String, Answer> answers) {
    SortedMap<String, List<KnownOrigin>> origins = new TreeMap<>();
    answers.forEach((id, answer) ->
        origins.put(
            id,
            answer.causes().stream()
                .filter(cause -> cause.service() != null || cause.instance() != null)
                .map(cause ->
                    new KnownOrigin(
                        cause.service(), cause.instance(), cause.kind(), cause.indicator()))
                .toList()));
    return origins;
  }
}
