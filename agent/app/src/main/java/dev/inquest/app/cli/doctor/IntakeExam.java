package dev.inquest.app.cli.doctor;

import dev.inquest.app.cli.output.Finding;
import java.util.ArrayList;
import java.util.List;

/** What can come in: alerts, deploys, telemetry; and who may look. */
final class IntakeExam implements Exam {
  private static final String AREA = "intake";
  private static final List<Sender> SENDERS =
      List.of(
          new Sender("alertmanager", "inquest.intake.alertmanager.token", true),
          new Sender("pagerduty", "inquest.intake.pagerduty.secrets[0]", true),
          new Sender("cloudevents", "inquest.intake.cloudevents.token", false));

  /**
   * @param alerts whether alerts come this way; else deploys
   */
  private record Sender(String path, String key, boolean alerts) {}

  @Override
  public List<Finding> look(Patient patient) {
    List<Finding> findings = new ArrayList<>();
    SENDERS.forEach(sender -> findings.add(look(sender, patient)));
    if (SENDERS.stream().noneMatch(s -> s.alerts() && patient.has(s.key()))) {
      findings.add(
          Finding.warning(
              AREA,
              "no alert can come in: neither Alertmanager nor PagerDuty is configured",
              "Set inquest.intake.alertmanager.token (for example: openssl rand -hex 24), and give"
                  + " Alertmanager's webhook the same as its bearer token."));
    }
    findings.add(telemetry(patient));
    findings.add(api(patient));
    return findings;
  }

  private static Finding look(Sender sender, Patient patient) {
    String path = "/webhooks/" + sender.path();
    return patient.has(sender.key())
        ? Finding.ok(AREA, path + " takes " + (sender.alerts() ? "alerts" : "deploys"))
        : Finding.note(AREA, path + " answers 404", "Set " + sender.key() + " to turn it on.");
  }

  private static Finding telemetry(Patient patient) {
    return patient.has("inquest.otlp.token")
        ? Finding.ok(AREA, "/v1/{traces,metrics,logs} takes telemetry with the token")
        : Finding.note(
            AREA,
            "/v1/{traces,metrics,logs} takes telemetry from this machine only",
            "Set inquest.otlp.token to take it from others.");
  }

  private static Finding api(Patient patient) {
    return patient.hasBlock("inquest.api.tokens[")
        ? Finding.ok(AREA, "API and pages want a token")
        : Finding.note(
            AREA,
            "the agent's API and pages answer this machine only",
            "Set inquest.api.tokens[] {name, token, role} to reach them from others.");
  }
}
