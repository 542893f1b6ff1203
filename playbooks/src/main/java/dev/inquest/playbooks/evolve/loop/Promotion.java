package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.evolve.record.Decision;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.Screening;
import dev.inquest.playbooks.evolve.record.Settings;
import dev.inquest.playbooks.evolve.wealth.ConfirmationLimits;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which screened candidates are worth one of the few confirmations, and when. */
final class Promotion {
  /** Whatever is the best of many looked lucky: so many times what is needed must be promised. */
  private static final double MARGIN = 1.5;

  /** Less where that is held against other tasks before it costs anything. */
  private static final double MARGIN_BEFORE_REHEARSAL = 0.5;

  private static final double LEAST_TASKS = 2;

  /** The best of a handful that are worth nothing looks so good, in standard deviations. */
  private static final double LEAST_STRENGTH = 1.5;

  private final Settings settings;
  private final History history;
  private final Predicate<RoundRecord> vetoed;
  private final double margin;

  /**
   * @param rehearsed whether what is due is held against other tasks yet
   * @param vetoed whether what a round screened would bring what nobody wants
   */
  Promotion(Settings settings, History history, boolean rehearsed, Predicate<RoundRecord> vetoed) {
    this.settings = settings;
    this.history = history;
    this.vetoed = vetoed;
    this.margin = rehearsed ? MARGIN_BEFORE_REHEARSAL : MARGIN;
  }

  boolean finalistsLeft() {
    return history.finalists() < ConfirmationLimits.MOST_FINALISTS;
  }

  /**
   * What was screened in this season, the best first, when its time has come: what was screened
   * before was seen on another pool.
   */
  List<RoundRecord> due() {
    Season season = history.season(settings.newPoolAfter());
    boolean time = history.rounds().size() - season.since() >= settings.confirmEvery();
    return finalistsLeft() && time ? those(season) : List.of();
  }

  private List<RoundRecord> those(Season season) {
    Set<String> tried =
        history.rounds().stream()
            .filter(RoundRecord::confirmation)
            .map(r -> r.decision().candidateSha256())
            .collect(Collectors.toSet());
    return history.of(season).stream()
        .filter(r -> r.decision().decision() == Decision.Choice.SCREENED)
        .filter(r -> !tried.contains(r.decision().candidateSha256()))
        .filter(this::enough)
        .filter(vetoed.negate())
        .sorted(
            Comparator.comparingDouble(RoundRecord::value)
                .reversed()
                .thenComparingInt(RoundRecord::round))
        .toList();
  }

  private boolean enough(RoundRecord round) {
    Screening screening = round.decision().screening();
    return screening != null
        && round.value() > 0
        && round.strength() >= LEAST_STRENGTH
        && screening.gain() >= LEAST_TASKS
        && promised(round.gainStrength(), screening.tasks()) >= margin * needed();
  }

  /**
   * How far the wealth's logarithm would grow over all pairs that may be bet on, were the pool's
   * mean and spread the truth: half the squared mean over the variance a pair, for who bets best
   * (Kelly, 1956, to the second order).
   */
  private double promised(double strength, int tasks) {
    return strength * strength / 2 * settings.confirmation().maxPairs() / Math.max(1, tasks);
  }

  private double needed() {
    return -StrictMath.log(settings.confirmation().alpha());
  }
}
