package dev.inquest.app.cli.doctor;

import dev.inquest.app.cli.output.Finding;
import dev.inquest.app.config.Approvers;
import java.util.ArrayList;
import java.util.List;

/** Slack: told, asked, clicked; each needs its keys. */
final class SlackExam implements Exam {
  private static final String AREA = "slack";
  private static final String KEYS = "inquest.slack.";

  @Override
  public List<Finding> look(Patient patient) {
    if (!patient.hasBlock(KEYS)) {
      return List.of(
          Finding.note(
              AREA,
              "Slack is not configured; people decide on the gate's page",
              "Set inquest.slack.{bot-token,channel,signing-secret,team} to ask there too."));
    }
    List<Finding> findings = new ArrayList<>();
    missing(patient, "bot-token", "nothing is posted").ifPresent(findings::add);
    missing(patient, "channel", "nothing is posted").ifPresent(findings::add);
    missing(patient, "signing-secret", "/slack/interactions answers 404: nobody can click")
        .ifPresent(findings::add);
    missing(patient, "team", "every click is refused with 403").ifPresent(findings::add);
    if (Approvers.of(patient.settings()).stream().allMatch(each -> each.slackUser() == null)) {
      findings.add(
          Finding.warning(
              AREA,
              "no approver has a Slack user, so every click is refused with 403",
              "Set inquest.gate.approvers[].slack-user to their ids, such as U0123456789."));
    }
    if (patient.has(KEYS + "app-token")) {
      findings.add(
          Finding.warning(
              AREA,
              "inquest.slack.app-token is not used: Socket Mode is not supported",
              "Remove it, and let Slack reach /slack/interactions of the gate."));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.ok(AREA, "people are told, asked and may click"));
    }
    return findings;
  }

  private static java.util.Optional<Finding> missing(Patient patient, String key, String so) {
    return patient.has(KEYS + key)
        ? java.util.Optional.empty()
        : java.util.Optional.of(
            Finding.warning(
                AREA, KEYS + key + " is missing, so " + so, "Set it, or remove the block."));
  }
}
