package dev.inquest.gate.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.gate.testing.GateDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The one local user: a password told once, and kept only as a hash. */
class LocalUserIT {
  private static final Pattern TOLD = Pattern.compile("the password (\\S{20})\\s");

  private final GateDatabase database = GateDatabase.create();
  private final LocalUsers users = new LocalUsers(JdbcClient.create(database.gate()));
  private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(4);
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final LocalUserSetup setup =
      new LocalUserSetup(users, encoder, new PrintStream(printed, true, UTF_8));

  private String hash() {
    return users.find("ada").orElseThrow().passwordHash();
  }

  @Test
  void aMadeUpPasswordIsPrintedOnceAndStoredAsAHash() {
    setup.ensure("ada", Set.of("approver"), null);
    Matcher told = TOLD.matcher(printed.toString(UTF_8));
    assertThat(told.find()).isTrue();
    String password = told.group(1);
    assertThat(hash()).startsWith("$2").doesNotContain(password);
    assertThat(encoder.matches(password, hash())).isTrue();
    assertThat(
            database.sql().sql("SELECT u::text FROM gate.local_user u").query(String.class).list())
        .noneMatch(row -> row.contains(password));

    printed.reset();
    setup.ensure("ada", Set.of("approver"), null);
    assertThat(printed.toString(UTF_8)).isEmpty();
    assertThat(encoder.matches(password, hash())).isTrue();
  }

  @Test
  void aPasswordFromAFileIsNeverPrintedAndFollowsTheFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "first one\n");
    setup.ensure("ada", Set.of("approver"), file);
    assertThat(encoder.matches("first one", hash())).isTrue();
    Files.writeString(file, "second one\n");
    setup.ensure("ada", Set.of("approver"), file);
    assertThat(encoder.matches("second one", hash())).isTrue();
    assertThat(encoder.matches("first one", hash())).isFalse();
    assertThat(printed.toString(UTF_8)).isEmpty();
  }
}
