package dev.inquest.app.serve;

import dev.inquest.app.cli.ExitCodes;
import dev.inquest.app.config.ConfigException;
import dev.inquest.app.config.ConfigProblem;
import dev.inquest.app.config.Role;
import dev.inquest.app.config.Settings;
import dev.inquest.app.config.SettingsLoader;
import dev.inquest.app.config.SettingsRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs everything, or one process in place. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the database where none is given, the gate and the agent.")
public final class ServeCommand implements Callable<Integer> {
  @Option(names = "--role", description = "Run only this process: agent or gate.")
  private @Nullable Role role;

  @Option(names = "--config", paramLabel = "FILE", description = "Standard: ./inquest.yml")
  private @Nullable Path config;

  @Option(names = "--supervised", hidden = true, description = "Settings come on stdin.")
  private boolean supervised;

  @Override
  public Integer call() throws Exception {
    if (role != null && supervised) {
      Map<String, String> given = SettingsPipe.read(System.in);
      ParentWatch.start(System.in);
      return RoleProcess.run(role, given);
    }
    Settings settings = SettingsLoader.load(config, System.getenv());
    if (role == null) {
      return new Supervisor(settings).run();
    }
    return alone(role, settings);
  }

  private static int alone(Role role, Settings settings) throws InterruptedException {
    List<ConfigProblem> problems = SettingsRules.foreignTo(role, settings);
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    if (settings.databaseUrl() == null) {
      throw new ConfigException(
          List.of(
              new ConfigProblem(
                  "spring.datasource.url",
                  "one process alone needs a database.",
                  "Set it with username and password, or run `inquest serve` without --role.")));
    }
    Map<String, String> given = settings.forRole(role);
    settings.other().forEach(given::put);
    return RoleProcess.run(role, given) == 0 ? ExitCodes.DONE : ExitCodes.FAILURE;
  }
}
