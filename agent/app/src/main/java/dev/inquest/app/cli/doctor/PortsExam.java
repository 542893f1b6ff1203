package dev.inquest.app.cli.doctor;

import dev.inquest.app.cli.output.Finding;
import dev.inquest.app.config.Role;
import dev.inquest.app.serve.ChildSettings;
import dev.inquest.app.serve.HomeLock;
import dev.inquest.app.serve.Ports;
import dev.inquest.app.serve.Readiness;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the two ports are free, or already Inquest's. */
final class PortsExam implements Exam {
  @Override
  public List<Finding> look(Patient patient) throws IOException {
    Optional<String> running = HomeLock.holder(patient.home());
    List<Finding> findings = new ArrayList<>();
    for (Role role : Role.values()) {
      int port = ChildSettings.port(role, patient.settings());
      findings.add(
          port == 0 || Ports.free(port) ? free(role, port, running) : taken(role, port, running));
    }
    return findings;
  }

  private static Finding free(Role role, int port, Optional<String> running) {
    String area = role.wire();
    if (running.isPresent()) {
      return Finding.problem(
          area,
          "Inquest runs on this home (process "
              + running.get()
              + "), but nothing listens on port "
              + port,
          "See logs/" + area + ".log under inquest.home; it is started again when it dies.");
    }
    return Finding.ok(
        area, port == 0 ? "it takes any free port" : "it does not run; port " + port + " is free");
  }

  private static Finding taken(Role role, int port, Optional<String> running) {
    String area = role.wire();
    boolean live = Readiness.answers(port, "liveness");
    boolean ready = live && Readiness.answers(port, "readiness");
    if (running.isPresent() && ready) {
      return Finding.ok(area, "it runs on port " + port + ", live and ready");
    }
    if (running.isPresent() && live) {
      return Finding.problem(
          area,
          "it runs on port " + port + " and is live, but not ready: it cannot reach its database",
          "See the database below, and logs/" + area + ".log under inquest.home.");
    }
    return Finding.problem(
        area,
        "port "
            + port
            + " is taken by "
            + (live ? "an Inquest of another home, or something like it" : "another program"),
        "Stop it, or set " + (role == Role.AGENT ? "server.port" : "inquest.gate.port") + ".");
  }
}
