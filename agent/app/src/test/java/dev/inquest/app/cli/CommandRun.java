package dev.inquest.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One command, run as the program runs it. */
public record CommandRun(int code, String out, String err) {
  public static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
    return new CommandRun(line.execute(arguments), out.toString(), err.toString());
  }

  /** All of standard output as one JSON value. */
  public JsonNode json() {
    return JsonMapper.shared().readTree(out);
  }

  /** An {@code inquest.yml} in a folder, with a home beside it. */
  public static String config(Path folder, String yaml) {
    try {
      Path file = folder.resolve("inquest.yml");
      return Files.writeString(file, yaml.replace("HOME", folder.resolve("home").toString()))
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
