package dev.inquest.playbooks.arena.incidents;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.arena.Split;
import dev.inquest.playbooks.casefile.Answer;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseReader;
import dev.inquest.playbooks.casefile.TruthJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Cases that happened, with their answers, in two halves.
 *
 * @param training may be looked at any number of times
 * @param sealed opened at milestones only
 */
public record StoredCases(List<LabelledCase> training, List<LabelledCase> sealed) {
  /** The class of all of them: too few of a kind to be told apart. */
  static final String CLASS = "real";

  public static final StoredCases NONE = new StoredCases(List.of(), List.of());

  public StoredCases {
    training = List.copyOf(training);
    sealed = List.copyOf(sealed);
  }

  /**
   * @param folder a data set: a folder of cases
   * @param truth the answers, a line a case; cases without one are left out
   * @throws FailureException where either cannot be read
   */
  public static StoredCases read(Path folder, Path truth) {
    SortedMap<String, Answer> answers = answers(truth);
    List<LabelledCase> training = new ArrayList<>();
    List<LabelledCase> sealed = new ArrayList<>();
    for (Path each : CaseReader.cases(folder)) {
      Answer answer = answers.get(String.valueOf(each.getFileName()));
      if (answer != null) {
        CaseFile file = CaseReader.read(each);
        String dataset = file.info().dataset();
        boolean closed = Split.sealed(dataset, answer.caseId());
        String id = dataset + "/" + answer.caseId();
        (closed ? sealed : training).add(new LabelledCase(id, CLASS, file, answer));
      }
    }
    return new StoredCases(training, sealed);
  }

  public StoredCases and(StoredCases more) {
    List<LabelledCase> both = new ArrayList<>(training);
    both.addAll(more.training);
    List<LabelledCase> closed = new ArrayList<>(sealed);
    closed.addAll(more.sealed);
    return new StoredCases(both, closed);
  }

  private static SortedMap<String, Answer> answers(Path truth) {
    try (InputStream in = Files.newInputStream(truth)) {
      return TruthJson.answers(in, String.valueOf(truth.getFileName()));
    } catch (IOException e) {
      throw new FailureException(
          Failure.permanent("truth-unreadable", "truth", "the file of answers cannot be read"), e);
    }
  }
}
