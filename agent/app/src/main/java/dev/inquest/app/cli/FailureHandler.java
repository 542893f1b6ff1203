package dev.inquest.app.cli;

import dev.inquest.app.config.ConfigException;
import dev.inquest.failure.FailureException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns a failure into one sentence on stderr and exit code 1; the rest shows its trace. */
final class FailureHandler implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception exception, CommandLine commandLine, ParseResult parsed) {
    if (exception instanceof FailureException failed) {
      commandLine.getErr().println("inquest: " + failed.failure().message());
    } else if (exception instanceof ConfigException) {
      commandLine.getErr().println("inquest: " + exception.getMessage());
    } else {
      exception.printStackTrace(commandLine.getErr());
    }
    return ExitCodes.FAILURE;
  }
}
