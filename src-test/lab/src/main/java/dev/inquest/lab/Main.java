package dev.inquest.lab;

import dev.inquest.lab.demo.DemoCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code inquest demo} and {@code inquest lab}. */
@Command(
    name = "inquest",
    subcommands = {DemoCommand.class, LabCommand.class})
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.setProperty("logback.configurationFile", "lab-logging.xml");
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler((exception, command, parsed) -> {
      System.err.println("inquest: " + exception.getMessage());
      return 1;
    });
    System.exit(line.execute(arguments));
  }
}
