package dev.inquest.app.cli.doctor;

import dev.inquest.app.cli.output.Finding;
import dev.inquest.topology.Mode;
import dev.inquest.topology.ServiceEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The service map: modes, what is missing for them, what was guessed, what contradicts itself. */
final class ServicesExam implements Exam {
  private static final String AREA = "services";

  @Override
  public List<Finding> look(Patient patient) {
    List<ServiceEntry> services = patient.services().entries();
    if (services.isEmpty()) {
      return List.of(
          Finding.note(
              AREA,
              "no service is mapped: every service can be diagnosed, and none is proposed for",
              "List yours in inquest.services[] {name, repository, migrations, databases, mode}."));
    }
    List<Finding> findings = new ArrayList<>();
    Set<String> databases = databases(patient);
    for (int i = 0; i < services.size(); i++) {
      ServiceEntry service = services.get(i);
      findings.add(mode(service));
      reachForChange(service, patient).ifPresent(findings::add);
      guessed(service, patient, i).ifPresent(findings::add);
      unknown(service, databases).ifPresent(findings::add);
    }
    findings.addAll(twice(services));
    findings.addAll(unused(services, databases));
    return findings;
  }

  private static Finding mode(ServiceEntry service) {
    return switch (service.mode()) {
      case PROPOSE ->
          Finding.ok(AREA, service.name() + ": diagnosed, and fixes are proposed (mode propose)");
      case OBSERVE ->
          Finding.note(
              AREA,
              service.name() + ": diagnosed and reported; nothing is proposed (mode observe)",
              "Set its mode to propose once you trust the diagnoses.");
    };
  }

  private static Optional<Finding> reachForChange(ServiceEntry service, Patient patient) {
    if (service.mode() == Mode.OBSERVE) {
      return Optional.empty();
    }
    String repository = service.repository();
    if (repository == null) {
      return Optional.of(
          Finding.warning(
              AREA,
              service.name() + " has mode propose and no repository, so nothing can be proposed",
              "Set its repository to a path or an https:// URL."));
    }
    if (repository.startsWith("http") && !patient.has("inquest.gate.gitlab.url")) {
      return Optional.of(
          Finding.warning(
              AREA,
              service.name()
                  + ": its repository is remote, and the gate has no forge to open"
                  + " merge requests on",
              "Set inquest.gate.gitlab.url and inquest.gate.gitlab.write-token."));
    }
    return service.migrations() == null
        ? Optional.of(
            Finding.note(
                AREA,
                service.name()
                    + " has no folder of migrations, so no index is proposed, only reverts",
                "Set its migrations, for example src/main/resources/db/migration."))
        : Optional.empty();
  }

  private static Optional<Finding> guessed(ServiceEntry service, Patient patient, int index) {
    List<String> guesses = new ArrayList<>();
    if (service.repository() != null) {
      if (!patient.has("inquest.services[" + index + "].branch")) {
        guesses.add("it is deployed from branch " + service.branch());
      }
      if (service.paths().isEmpty()) {
        guesses.add("the whole repository is its own");
      }
    }
    return guesses.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.note(
                AREA,
                service.name() + ": guessed that " + String.join(", and that ", guesses),
                "Where that is wrong set its branch or paths."));
  }

  private static Optional<Finding> unknown(ServiceEntry service, Set<String> databases) {
    List<String> unknown =
        service.databases().stream().filter(name -> !databases.contains(name)).toList();
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.warning(
                AREA,
                service.name()
                    + " uses the database "
                    + String.join(", ", unknown)
                    + ", which is not configured",
                "Add it to inquest.connectors.postgresql.databases[], or correct the name."));
  }

  private static List<Finding> twice(List<ServiceEntry> services) {
    Map<String, String> owners = new HashMap<>();
    Set<String> doubled = new TreeSet<>();
    for (ServiceEntry service : services) {
      List<String> names = new ArrayList<>(service.aliases());
      names.add(service.name());
      for (String name : Set.copyOf(names)) {
        if (owners.put(name, service.name()) != null) {
          doubled.add(name);
        }
      }
    }
    return doubled.stream()
        .map(name ->
            Finding.problem(
                AREA,
                "two services go by the name " + name + "; only the first is ever found",
                "Rename one, or drop the alias."))
        .toList();
  }

  private static List<Finding> unused(List<ServiceEntry> services, Set<String> databases) {
    return databases.stream()
        .filter(name -> services.stream().noneMatch(s -> s.databases().contains(name)))
        .map(name ->
            Finding.note(
                AREA,
                "the database " + name + " belongs to no service, so it is never asked",
                "Name it in databases of the service that uses it."))
        .toList();
  }

  private static Set<String> databases(Patient patient) {
    Set<String> names = new TreeSet<>();
    patient
        .settings()
        .own()
        .forEach((name, setting) -> {
          if (setting.key().name().equals("inquest.connectors.postgresql.databases[].name")) {
            names.add(setting.value());
          }
        });
    return names;
  }
}
