package dev.inquest.lab.docs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.cli.Main;
import dev.inquest.lab.demo.DemoCommand;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The page of commands is what {@code --help} says of each. */
class CliPageTest {
  private static final int COLUMNS = 110;

  @Test
  void thePageIsTheHelpOfEveryCommand() throws IOException {
    Map<String, String> commands = new TreeMap<>();
    collect("inquest", Main.commandLine(), commands);
    CommandLine demo = Main.commandLine().addSubcommand("demo", new DemoCommand());
    collect("inquest demo", requireNonNull(demo.getSubcommands().get("demo")), commands);
    assertThat(commands)
        .containsKeys("inquest serve", "inquest replay", "inquest evolve", "inquest demo");

    StringBuilder page = new StringBuilder();
    commands.forEach((name, help) ->
        page.append("\n## ").append(name).append("\n\n```text\n").append(help).append("```\n"));
    GeneratedPart.mustBe("docs/reference/cli.md", page.append('\n').toString());
  }

  /** Leaves, and groups only where they do something of their own. */
  private static void collect(String name, CommandLine command, Map<String, String> commands) {
    Map<String, CommandLine> own = new TreeMap<>(command.getSubcommands());
    own.remove("help");
    if (own.isEmpty() || command.getCommand() instanceof Callable<?>) {
      commands.put(name, help(command));
    }
    own.forEach((word, sub) -> {
      if (!sub.getCommandSpec().usageMessage().hidden()) {
        collect(name + " " + word, sub, commands);
      }
    });
  }

  private static String help(CommandLine command) {
    command.getCommandSpec().usageMessage().width(COLUMNS);
    List<String> lines =
        command.getUsageMessage(Ansi.OFF).lines().map(String::stripTrailing).toList();
    return Stream.concat(lines.stream(), Stream.of("")).reduce((a, b) -> a + "\n" + b).orElse("");
  }
}
