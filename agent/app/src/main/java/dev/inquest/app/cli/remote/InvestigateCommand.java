package dev.inquest.app.cli.remote;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code inquest investigate -f alert.json}. */
@Command(
    name = "investigate",
    mixinStandardHelpOptions = true,
    description = {
      "Sends an alert to the running agent as Alertmanager would, follows its incident, and prints",
      "the diagnosis."
    })
public final class InvestigateCommand extends RemoteCommand {
  private static final String INTAKE_KEY = "inquest.intake.alertmanager.token";
  private static final int MAX_BYTES = 10 * 1024 * 1024;
  private static final double NANOS_IN_TENTH_OF_MILLISECOND = 100_000.0;

  @Option(
      names = {"-f", "--file"},
      required = true,
      paramLabel = "FILE",
      description = "An Alertmanager webhook payload, version 4; - for standard input.")
  private String file = "";

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = Length.class,
      description = "How long to wait for a diagnosis, e.g. 90s or 5m (default 4m).")
  private Duration timeout = Duration.ofMinutes(4);

  @Option(
      names = "--intake-token",
      paramLabel = "TOKEN",
      description =
          "The webhook's own token, where no configuration is at hand. Standard: "
              + INTAKE_KEY
              + ", also by environment.")
  private @Nullable String intakeToken;

  @Override
  public Integer call() {
    byte[] body = read();
    Payload payload = Payload.of(body);
    Api agent = reach().agent(Need.READ);
    Api sender = reach().sender(senderToken());
    long began = System.nanoTime();
    JsonNode stored = sender.post("/webhooks/alertmanager", body);
    say("The agent has it: " + Json.text(stored, "status") + ".");
    Following following =
        new Following(agent, this::say, new Deadline(timeout, began), System::nanoTime);
    JsonNode incident = following.diagnosed(following.incidentOf(payload));
    return print(sheet(incident, System.nanoTime() - began));
  }

  private String senderToken() {
    if (intakeToken != null) {
      return intakeToken.strip();
    }
    String variable = System.getenv("INQUEST_INTAKE_ALERTMANAGER_TOKEN");
    return variable != null && !variable.isBlank()
        ? variable.strip()
        : reach()
            .configured(INTAKE_KEY)
            .orElseThrow(() ->
                usage(
                    "The webhook wants its own token: name the configuration with --config ("
                        + INTAKE_KEY
                        + "), or give --intake-token."));
  }

  private byte[] read() {
    try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      byte[] body = in.readNBytes(MAX_BYTES + 1);
      if (body.length > MAX_BYTES) {
        throw failed("The alert is over 10 MB, more than the agent takes.", null);
      }
      return body;
    } catch (IOException | InvalidPathException e) {
      throw failed("The file " + file + " cannot be read.", e);
    }
  }

  /** The fields of the case format first. */
  private static Sheet sheet(JsonNode incident, long tookNanos) {
    ObjectNode json = Json.object();
    json.put("incident", Json.text(incident, "id"));
    JsonNode diagnosis = incident.path("diagnosis");
    diagnosis.properties().forEach(field -> json.set(field.getKey(), field.getValue()));
    json.put("revision", incident.path("revision").asInt(0));
    json.put("duration_ms", Math.round(tookNanos / NANOS_IN_TENTH_OF_MILLISECOND) / 10.0);
    Sheet sheet = new Sheet(json);
    DiagnosisSheet.verdict(sheet, diagnosis);
    sheet.facts(java.util.Map.of("incident", Json.text(incident, "id")));
    DiagnosisSheet.grounds(sheet, diagnosis);
    return sheet;
  }

  private static FailureException failed(String sentence, @Nullable Exception cause) {
    Failure failure = Failure.permanent("alert-unreadable", "alert", Printable.line(sentence));
    return cause == null ? new FailureException(failure) : new FailureException(failure, cause);
  }

  /** {@code 90s}, {@code 5m}, {@code PT2M}. */
  static final class Length implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      Duration length = parsed(value);
      if (length.isNegative() || length.isZero() || length.toDays() >= 1) {
        throw new TypeConversionException(
            "'" + Printable.line(value) + "' is no time such as 90s, under a day");
      }
      return length;
    }

    /** Zero where it is none. */
    private static Duration parsed(String value) {
      try {
        return DurationStyle.detectAndParse(value);
      } catch (IllegalArgumentException | ArithmeticException e) {
        return Duration.ZERO;
      }
    }
  }
}
