package dev.inquest.app.cli.remote;

import dev.inquest.app.cli.ExitCodes;
import dev.inquest.app.cli.output.Style;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.warrant.AuditExport;
import dev.inquest.gate.warrant.VerifyingKey;
import dev.inquest.gate.warrant.WarrantException;
import dev.inquest.playbooks.casefile.CoreJson;
import dev.inquest.playbooks.replay.OutputFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks an export offline: every entry, the chain, and the checkpoint's signature.",
      "Without --key the export is held against the key inside it, which only shows that nothing",
      "was changed since somebody signed it."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:it is sound",
      "1:it is not, or cannot be read",
      "2:the command line is wrong"
    })
final class AuditVerifyCommand implements Callable<Integer> {
  private static final int MAX_KEY_BYTES = 64 * 1024;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "What `audit export` wrote.")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "PEM",
      description = "The gate's public key, from somewhere that is trusted.")
  private @Nullable Path key;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "text (default), json or md.")
  private OutputFormat output = OutputFormat.TEXT;

  @Override
  public Integer call() {
    VerifyingKey trusted = key == null ? null : key(key);
    AuditExport.Verdict verdict;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      verdict = AuditExport.verify(in, trusted);
    } catch (IOException e) {
      throw failed("The file " + file + " cannot be read.", e);
    }
    print(sheet(verdict, trusted != null));
    return switch (verdict) {
      case AuditExport.Verdict.Sound _ -> ExitCodes.DONE;
      case AuditExport.Verdict.Broken _ -> ExitCodes.FAILURE;
    };
  }

  private void print(Sheet sheet) {
    spec.commandLine()
        .getOut()
        .print(
            switch (output) {
              case TEXT -> sheet.text(style());
              case JSON -> Printable.json(CoreJson.write(sheet.json())) + "\n";
              case MD -> sheet.markdown();
            });
    spec.commandLine().getOut().flush();
  }

  private static Style style() {
    return RemoteCommand.style();
  }

  private static Sheet sheet(AuditExport.Verdict verdict, boolean trusted) {
    ObjectNode json = Json.object();
    return switch (verdict) {
      case AuditExport.Verdict.Sound(long entries, String keyId) -> {
        json.put("sound", true).put("entries", entries).put("key_id", keyId);
        json.put("key_trusted", trusted);
        yield new Sheet(json)
            .sentence("Sound: " + entries + " entries, unbroken up to the signed checkpoint.")
            .sentence(
                trusted
                    ? "Signed by the key given, " + keyId + "."
                    : "Signed by the key inside the export, "
                        + keyId
                        + ". Whether that is the gate's own, only --key can tell.");
      }
      case AuditExport.Verdict.Broken(long line, String why) -> {
        json.put("sound", false).put("line", line).put("why", why);
        yield new Sheet(json).sentence("Broken at line " + line + ": " + why + ".");
      }
    };
  }

  private static VerifyingKey key(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      byte[] bytes = in.readNBytes(MAX_KEY_BYTES);
      return VerifyingKey.fromPem(new String(bytes, java.nio.charset.StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw failed("The key " + pem + " cannot be read.", e);
    } catch (WarrantException e) {
      throw failed("The file " + pem + " holds no Ed25519 public key.", e);
    }
  }

  private static FailureException failed(String sentence, Exception cause) {
    return new FailureException(
        Failure.permanent("unreadable", "audit", Printable.line(sentence)), cause);
  }
}
