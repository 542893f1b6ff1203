package dev.inquest.app.cli.doctor;

import dev.inquest.app.cli.output.Finding;
import dev.inquest.app.config.Approvers;
import dev.inquest.app.config.Approvers.Approver;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.policy.Policy;
import dev.inquest.gate.policy.PolicyReader;
import dev.inquest.gate.policy.Risk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The policy file, and whether there are the people it wants. */
final class PolicyExam implements Exam {
  private static final String AREA = "policy";

  @Override
  public List<Finding> look(Patient patient) {
    Optional<String> file = patient.settings().get("inquest.gate.policy");
    try {
      Policy policy =
          file.isPresent()
              ? PolicyReader.read(Files.readAllBytes(Path.of(file.get())))
              : PolicyReader.builtIn();
      List<Finding> findings = new ArrayList<>();
      findings.add(Finding.ok(AREA, file.orElse("the built-in policy") + " is valid"));
      findings.addAll(people(policy, Approvers.withLocalUser(patient.settings())));
      return findings;
    } catch (FailureException e) {
      return List.of(
          Finding.problem(
              AREA,
              file.orElse("") + " is not valid: " + e.failure().message(),
              "Mend it, and try it with: inquest policy test " + file.orElse("")));
    } catch (IOException e) {
      return List.of(
          Finding.problem(
              AREA,
              file.orElse("") + " cannot be read",
              "Correct inquest.gate.policy, or remove it for the built-in policy."));
    }
  }

  private static List<Finding> people(Policy policy, List<Approver> people) {
    List<Finding> findings = new ArrayList<>();
    for (Risk risk : Risk.values()) {
      Policy.Rule rule = policy.rule(risk);
      List<Approver> able =
          people.stream()
              .filter(each -> each.roles().stream().anyMatch(rule.roles()::contains))
              .toList();
      if (able.size() < rule.people()) {
        findings.add(tooFew(risk, rule, able.size()));
      } else if (rule.notTheAuthor() && able.stream().anyMatch(each -> each.email() == null)) {
        findings.add(unmappable(risk));
      }
    }
    return findings;
  }

  private static Finding tooFew(Risk risk, Policy.Rule rule, int able) {
    return Finding.warning(
        AREA,
        "risk %s needs %d who approve, and there %s %d: such a proposal always expires"
            .formatted(risk.text(), rule.people(), able == 1 ? "is" : "are", able),
        "Add people with the role "
            + String.join(" or ", rule.roles().stream().sorted().toList())
            + " to inquest.gate.approvers[].");
  }

  private static Finding unmappable(Risk risk) {
    return Finding.note(
        AREA,
        "risk "
            + risk.text()
            + " is not for the author to approve, and some approvers have no email to tell them by",
        "Set inquest.gate.approvers[].email as their commits name them.");
  }
}
