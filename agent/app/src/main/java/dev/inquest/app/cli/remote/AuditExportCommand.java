package dev.inquest.app.cli.remote;

import dev.inquest.app.cli.ExitCodes;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.warrant.AuditExport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the audit chain as JSON lines: first the signed checkpoint with the gate's public",
      "key, then every entry up to it."
    })
final class AuditExportCommand implements Callable<Integer> {
  private static final int PAGE = 500;

  @Spec private CommandSpec spec;

  @Mixin private Reach reach;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to; standard output where it is left out.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Api gate = reach.gate(Need.READ);
    JsonNode checkpoint = gate.get("/api/v1/audit/checkpoint");
    if (out == null) {
      write(gate, checkpoint, spec.commandLine().getOut());
    } else {
      writeFile(gate, checkpoint, out.toAbsolutePath());
    }
    return ExitCodes.DONE;
  }

  /** The file appears whole or not at all. */
  private void writeFile(Api gate, JsonNode checkpoint, Path file) throws IOException {
    Path parent = file.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw failed("There is no folder " + parent + ".");
    }
    Path fresh = Files.createTempFile(parent, "audit", ".tmp");
    try {
      try (PrintWriter writer = new PrintWriter(fresh.toFile(), StandardCharsets.UTF_8)) {
        write(gate, checkpoint, writer);
        if (writer.checkError()) {
          throw failed("The file " + file + " could not be written.");
        }
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private void write(Api gate, JsonNode checkpoint, PrintWriter writer) {
    writer.print(AuditExport.head(checkpoint) + '\n');
    long size = checkpoint.path("size").asLong(0);
    long done = 0;
    while (done < size) {
      long asked = Math.min(PAGE, size - done);
      JsonNode page = gate.get("/api/v1/audit/entries?limit=" + asked + "&cursor=" + done);
      JsonNode items = page.path("items");
      if (items.isEmpty() || items.size() > asked) {
        throw failed("The gate gave another number of entries than its checkpoint signs.");
      }
      items.forEach(item -> writer.print(AuditExport.entry(item) + '\n'));
      done += items.size();
      progress(done, size);
    }
    writer.flush();
  }

  private void progress(long done, long size) {
    if (size > PAGE) {
      spec.commandLine().getErr().println(done + " of " + size + " entries");
      spec.commandLine().getErr().flush();
    }
  }

  private static FailureException failed(String sentence) {
    return new FailureException(Failure.permanent("export", "audit", Printable.line(sentence)));
  }
}
