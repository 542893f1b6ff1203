package dev.inquest.app.cli.connectors;

import dev.inquest.app.cli.output.Finding;
import dev.inquest.app.cli.output.Level;
import dev.inquest.app.config.Role;
import dev.inquest.app.config.Settings;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.CheckResult.Complaint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Asks each role's connectors in a context of its own, which holds that role's keys only. */
public final class Verification {
  /** A check answers within a few seconds; a repository's first copy may take longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Verification() {}

  /** Never throws for a connector's sake; a connector that is off is not named. */
  public static List<Finding> of(Settings settings) {
    return of(settings, PATIENCE);
  }

  static List<Finding> of(Settings settings, Duration patience) {
    List<Connector> configured =
        Connector.of(settings).stream().filter(Connector::configured).toList();
    List<Finding> findings = new ArrayList<>();
    for (Role role : Role.values()) {
      List<Connector> own = configured.stream().filter(c -> c.role() == role).toList();
      if (!own.isEmpty()) {
        findings.addAll(of(role, own, settings, patience));
      }
    }
    return findings;
  }

  private static List<Finding> of(
      Role role, List<Connector> configured, Settings settings, Duration patience) {
    List<Finding> findings = new ArrayList<>();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try (RoleContext context = RoleContext.open(role, settings)) {
      List<Asked> asked =
          context.connectors().stream()
              .filter(c -> configured.stream().anyMatch(own -> own.name().equals(c.name())))
              .map(c -> Asked.now(c, threads))
              .toList();
      asked.forEach(each -> findings.addAll(told(role, each.name(), each.await(patience))));
      configured.stream()
          .filter(c -> asked.stream().noneMatch(each -> each.name().equals(c.name())))
          .forEach(c -> findings.add(incomplete(c)));
    } finally {
      threads.shutdownNow();
    }
    return findings;
  }

  private static Finding incomplete(Connector connector) {
    return Finding.warning(
        area(connector.role(), connector.name()),
        connector.key() + " is begun, but it lacks what turns it on, so it is off",
        connector.name().equals("slack")
            ? "Set inquest.slack.bot-token and inquest.slack.channel."
            : "Set " + connector.key() + ".url, or remove the block.");
  }

  private static List<Finding> told(Role role, String name, CheckResult result) {
    String area = area(role, name);
    return switch (result) {
      case CheckResult.Failed(List<Complaint> complaints) ->
          complaints.stream().map(c -> complaint(Level.PROBLEM, area, c)).toList();
      case CheckResult.Ok(String detail, List<Complaint> warnings) -> {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok(area, detail));
        warnings.forEach(c -> findings.add(complaint(Level.WARNING, area, c)));
        yield findings;
      }
    };
  }

  private static Finding complaint(Level level, String area, Complaint complaint) {
    return new Finding(level, area, complaint.problem(), complaint.fix());
  }

  private static String area(Role role, String name) {
    return role.wire() + " " + name;
  }
}
