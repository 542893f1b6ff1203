package dev.inquest.playbooks.evolve;

import dev.inquest.playbooks.evolve.log.Chain;
import dev.inquest.playbooks.evolve.log.Verification;
import dev.inquest.playbooks.evolve.report.RunOffer;
import java.nio.file.Path;

/**
 * A run's folder of which every byte was held against the chain, and the chain against the rules.
 */
public final class ProvedRun {
  private ProvedRun() {}

  /**
   * What it offers to adopt. No round is played again: {@code evolve --verify} does that.
   *
   * @throws dev.inquest.failure.FailureException {@code run-missing}, {@code run-tampered}, {@code
   *     run-unproved} or {@code run-not-adoptable}
   */
  public static RunOffer offer(Path folder) {
    RunFolder files = new RunFolder(folder);
    Chain.Read read = Verification.verify(folder);
    return RunOffer.of(read, files::text);
  }
}
