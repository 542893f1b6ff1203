package dev.inquest.app.playbooks;

import dev.inquest.app.playbooks.PlaybookVersions.Standing;
import dev.inquest.app.playbooks.PlaybooksInUse.Known;
import dev.inquest.app.storage.Proposals;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Proposes to go back where the playbooks in use do worse on labelled live incidents than those
 * before them. It asks; a person decides.
 */
@Component
class FallWatch {
  private static final Logger LOG = LoggerFactory.getLogger(FallWatch.class);

  private final PlaybookVersions versions;
  private final PlaybooksInUse playbooks;
  private final ShadowDiagnoses shadows;
  private final Proposals proposals;
  private final AskForPlaybooks asking;

  FallWatch(
      PlaybookVersions versions,
      PlaybooksInUse playbooks,
      ShadowDiagnoses shadows,
      Proposals proposals,
      AskForPlaybooks asking) {
    this.versions = versions;
    this.playbooks = playbooks;
    this.shadows = shadows;
    this.proposals = proposals;
    this.asking = asking;
  }

  /** After each label. */
  void look() {
    Standing now = versions.standing();
    if (now.previous() == null) {
      return;
    }
    Known inUse = playbooks.orBuiltIn(now.inUse());
    Known before = playbooks.orBuiltIn(now.previous());
    shadows
        .tally(inUse.sha256(), before.sha256())
        .filter(Tally::fallen)
        .filter(_ -> !answered(now))
        .ifPresent(tally -> ask(now, inUse, tally));
  }

  /** Whether people were asked since this version was put in use, and need not be again. */
  private boolean answered(Standing now) {
    return proposals.of(AskForPlaybooks.SUBJECT).stream()
        .filter(each -> each.createdAt().isAfter(now.since()))
        .filter(each -> now.inUse().equals(each.culprit()))
        .anyMatch(each -> !each.state().equals("expired") && !each.state().equals("failed"));
  }

  private void ask(Standing now, Known inUse, Tally tally) {
    LOG.warn("the playbooks {} do worse than those before: asking to go back", now.inUse());
    String figures = figures(tally);
    asking.revert(
        request(now, tally),
        now.inUse(),
        inUse.sha256(),
        "Go back to the playbooks in use before",
        figures + "\n\n" + method(),
        Map.of(
            "verdict",
            "Go back: the playbooks in use do worse on live incidents.",
            "figures",
            figures));
  }

  /** The same for the same labels, however often they are looked at. */
  private static UUID request(Standing now, Tally tally) {
    String reason = now.inUse() + "/" + now.since() + "/" + tally;
    return UUID.nameUUIDFromBytes(reason.getBytes(StandardCharsets.UTF_8));
  }

  private static String figures(Tally tally) {
    return String.format(
        Locale.ROOT,
        "Of %d labelled incidents that both diagnosed, the playbooks in use had %d right and those"
            + " before %d; only the former %d, only the latter %d; p = %.4f.",
        tally.labelled(),
        tally.shownRight(),
        tally.otherRight(),
        tally.onlyShown(),
        tally.onlyOther(),
        tally.p());
  }

  private static String method() {
    return String.format(
        Locale.ROOT,
        "McNemar's exact test, one-sided, at %.2f a look, from %d labelled incidents on; both by the"
            + " same frozen cases.",
        Tally.ALPHA,
        Tally.LEAST_LABELLED);
  }
}
