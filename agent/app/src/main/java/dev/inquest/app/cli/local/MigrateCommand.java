package dev.inquest.app.cli.local;

import dev.inquest.app.cli.ConfigOption;
import dev.inquest.app.cli.ExitCodes;
import dev.inquest.app.cli.output.Answer;
import dev.inquest.app.cli.output.Output;
import dev.inquest.app.cli.output.Style;
import dev.inquest.app.migrate.Migration;
import dev.inquest.app.postgres.Login;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code inquest migrate}: both schemas and all grants, as the owner. Safe to repeat. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = {
      "Brings the database up to date, as the role that owns it: on spring.datasource.url with",
      "inquest.database.owner.password (or spring.datasource.username and password), else on",
      "Inquest's own server. Safe to repeat; `serve` does it by itself."
    })
public final class MigrateCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private Output output = new Output();

  /** The answer. */
  record Migrated(String database, String role, int ran) implements Answer {
    @Override
    public String text(Style style) {
      String done =
          ran == 0 ? "Nothing to do" : ran == 1 ? "1 migration ran" : ran + " migrations ran";
      return done + ": " + database + " is up to date.\n";
    }

    @Override
    public String markdown() {
      return text(new Style(false));
    }

    @Override
    public Object json() {
      return this;
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (WorkDatabase database = WorkDatabase.open(config.load(), output::say)) {
      Login owner = database.login("owner");
      output.say("Migrating " + owner + " …");
      output.print(new Migrated(owner.url(), owner.username(), Migration.run(owner)));
    }
    return ExitCodes.DONE;
  }
}
