package dev.inquest.app.cli.doctor;

import dev.inquest.app.cli.output.Finding;
import java.util.List;

/** The Java that runs this, and so everything. */
final class JavaExam implements Exam {
  private static final int FEATURE = 25;

  @Override
  public List<Finding> look(Patient patient) {
    String java = "Java " + Runtime.version() + " at " + System.getProperty("java.home");
    return List.of(
        Runtime.version().feature() >= FEATURE
            ? Finding.ok("java", java)
            : Finding.problem("java", java, "Install a JDK " + FEATURE + " and set JAVA_HOME."));
  }
}
