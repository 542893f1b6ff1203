package dev.inquest.lab.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** core ◀ approval-gate ◀ connectors ◀ app; core ◀ playbooks ◀ app. */
class ArrowsTest {
  private static final String[] CORE = {
    "dev.inquest.alert..",
    "dev.inquest.incident..",
    "dev.inquest.evidence..",
    "dev.inquest.change..",
    "dev.inquest.topology..",
    "dev.inquest.analysis..",
    "dev.inquest.hypothesis..",
    "dev.inquest.verification..",
    "dev.inquest.playbook..",
    "dev.inquest.diagnosis..",
    "dev.inquest.failure..",
    "dev.inquest.limit..",
    "dev.inquest.investigation..",
    "dev.inquest.proposal..",
    "dev.inquest.ranking..",
    "dev.inquest.memory.."
  };
  private static final String GATE = "dev.inquest.gate..";
  private static final String CONNECTORS = "dev.inquest.connectors..";
  private static final String PLAYBOOKS = "dev.inquest.playbooks..";
  private static final String APP = "dev.inquest.app..";

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.inquest");

  @TestFactory
  Stream<DynamicTest> arrows() {
    return Stream.of(
            coreIsPure(),
            gateKnowsOnlyCore(),
            playbooksKnowOnlyCore(),
            connectorsKnowNeitherAppNorPlaybooks(),
            connectorsDoNotKnowEachOther(),
            productDoesNotKnowItsTests(),
            clocksAreInjected(),
            milestonesNeverSteer(),
            webKnowledgeStaysAtTheEdge(),
            noCyclesAmongConnectors())
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(PRODUCT)));
  }

  private static ArchRule coreIsPure() {
    return classes()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(CORE)
                .or(resideInAnyPackage("java..", "org.jspecify..", "org.hipparchus..")))
        .as("core knows the JDK, JSpecify and hipparchus only");
  }

  private static ArchRule gateKnowsOnlyCore() {
    return noClasses()
        .that()
        .resideInAPackage(GATE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(CONNECTORS, APP, PLAYBOOKS)
        .as("the gate depends on neither connectors, app nor playbooks");
  }

  private static ArchRule playbooksKnowOnlyCore() {
    return noClasses()
        .that()
        .resideInAPackage(PLAYBOOKS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(CONNECTORS, APP, GATE, "org.springframework..")
        .as("playbooks, and replay with them, run on core alone");
  }

  private static ArchRule connectorsKnowNeitherAppNorPlaybooks() {
    return noClasses()
        .that()
        .resideInAPackage(CONNECTORS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(APP, PLAYBOOKS)
        .as("connectors know their own system and the ports");
  }

  private static ArchRule connectorsDoNotKnowEachOther() {
    return slices()
        .matching("dev.inquest.connectors.(postgresql|prometheus|zipkin|gitlab|slack)..")
        .should()
        .notDependOnEachOther()
        .as("a connector never knows another connector");
  }

  private static ArchRule productDoesNotKnowItsTests() {
    return noClasses()
        .that()
        .resideInAnyPackage(GATE, CONNECTORS, APP, PLAYBOOKS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.inquest.lab..", "dev.inquest.kit..", "dev.inquest.patient..")
        .as("the product carries no demo and no test code");
  }

  private static ArchRule clocksAreInjected() {
    return noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .or()
        .resideInAnyPackage(GATE, CONNECTORS, PLAYBOOKS)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .as("clocks are injected");
  }

  private static ArchRule milestonesNeverSteer() {
    return noClasses()
        .that()
        .resideInAnyPackage(
            "dev.inquest.playbooks.evolve.propose..",
            "dev.inquest.playbooks.evolve.memory..",
            "dev.inquest.playbooks.evolve.edit..",
            "dev.inquest.playbooks.evolve.guard..",
            "dev.inquest.playbooks.evolve.wealth..",
            "dev.inquest.playbooks.evolve.play..",
            "dev.inquest.playbooks.criticism..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.inquest.playbooks.evolve.milestone..")
        .as("nothing that proposes, remembers, criticises or decides knows of milestones");
  }

  private static ArchRule webKnowledgeStaysAtTheEdge() {
    return noMethods()
        .that()
        .areMetaAnnotatedWith(RequestMapping.class)
        .should()
        .beDeclaredInClassesThat()
        .areNotMetaAnnotatedWith(Controller.class)
        .andShould()
        .beDeclaredInClassesThat()
        .areNotAnnotatedWith(RestController.class)
        .as("only controllers map requests");
  }

  private static ArchRule noCyclesAmongConnectors() {
    return slices()
        .matching("dev.inquest.connectors.(*)..")
        .should()
        .beFreeOfCycles()
        .as("packages of connectors form no cycle");
  }
}
