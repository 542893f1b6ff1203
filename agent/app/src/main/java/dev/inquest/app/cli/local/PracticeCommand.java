package dev.inquest.app.cli.local;

import dev.inquest.app.investigation.PracticeCase;
import dev.inquest.playbooks.casefile.CaseWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.eclipse.jgit.util.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code inquest practice}: replays a made-up incident from files. The launcher runs it after a
 * build, so that the virtual machine learns which classes and methods a replay needs and the next
 * one starts with them.
 */
@Command(
    name = "practice",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Replays a made-up incident; nothing is kept.")
public final class PracticeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("inquest-practice");
    try {
      CaseWriter.write(folder.resolve("case"), PracticeCase.at(Clock.systemUTC().instant()));
      String written = folder.resolve("case").toString();
      return spec.root().commandLine().execute("replay", written, "--jsonl");
    } finally {
      FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE);
    }
  }
}
