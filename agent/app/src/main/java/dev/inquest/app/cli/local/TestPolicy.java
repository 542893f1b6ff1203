package dev.inquest.app.cli.local;

import dev.inquest.app.cli.ConfigOption;
import dev.inquest.app.cli.output.Output;
import dev.inquest.app.config.Approvers;
import dev.inquest.app.config.ServiceMaps;
import dev.inquest.app.config.Settings;
import dev.inquest.app.postgres.Folders;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.policy.Policy;
import dev.inquest.gate.policy.PolicyReader;
import dev.inquest.gate.proposal.Trial;
import dev.inquest.gate.repository.Mirrors;
import dev.inquest.gate.repository.RemoteAccess;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a policy as the gate does, and judges requests by it as the gate would. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the policy in force, and what the gate would say to proposals. A FILE that ends in .yml",
      "or .yaml is the policy to test instead of the configured one; every other is a proposal as the",
      "agent asks for it, in JSON."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the policy is valid, and people would be asked about every proposal",
      "1:the policy is not valid, or a file cannot be read",
      "2:the command line is wrong",
      "3:some proposal would be refused"
    })
final class TestPolicy implements Callable<Integer> {
  private static final int MAX_BYTES = 4 << 20;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "A policy, and proposals.")
  private List<Path> files = List.of();

  @Option(
      names = "--repository",
      description = "Compute each change on the service's real branch, in a copy made for that.")
  private boolean repository;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws IOException {
    Settings settings = config.load();
    Policy policy = policy(settings);
    PolicyAnswer answer =
        new PolicyAnswer(
            EffectivePolicy.of(policy),
            verdicts(policy, settings),
            Approvers.withLocalUser(settings));
    output.print(answer);
    return answer.exitCode();
  }

  private Policy policy(Settings settings) throws IOException {
    List<Path> policies = files.stream().filter(TestPolicy::isPolicy).toList();
    if (policies.size() > 1) {
      throw new ParameterException(spec.commandLine(), "Name one policy at most.");
    }
    Optional<String> configured = settings.get("inquest.gate.policy");
    if (policies.isEmpty() && configured.isEmpty()) {
      return PolicyReader.builtIn();
    }
    Path file = policies.isEmpty() ? Path.of(configured.orElseThrow()) : policies.getFirst();
    return PolicyReader.read(bytes(file));
  }

  private static boolean isPolicy(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.ya?ml");
  }

  private List<PolicyAnswer.Judged> verdicts(Policy policy, Settings settings) throws IOException {
    List<Path> proposals = files.stream().filter(file -> !isPolicy(file)).toList();
    if (proposals.isEmpty() || !repository) {
      return judge(new Trial(policy, ServiceMaps.of(settings), null), proposals);
    }
    Path copies = Files.createTempDirectory("inquest-policy");
    try {
      output.say("Reading the repositories of the service map …");
      Mirrors mirrors = new Mirrors(copies, access(settings));
      return judge(new Trial(policy, ServiceMaps.of(settings), mirrors), proposals);
    } finally {
      Folders.delete(copies);
    }
  }

  private static List<RemoteAccess> access(Settings settings) {
    @Nullable String url = settings.get("inquest.gate.gitlab.url").orElse(null);
    @Nullable String token = settings.get("inquest.gate.gitlab.write-token").orElse(null);
    return url == null || token == null
        ? List.of()
        : List.of(new RemoteAccess(URI.create(url), token));
  }

  private static List<PolicyAnswer.Judged> judge(Trial trial, List<Path> proposals)
      throws IOException {
    List<PolicyAnswer.Judged> judged = new ArrayList<>();
    for (Path file : proposals) {
      String body = new String(bytes(file), StandardCharsets.UTF_8);
      judged.add(new PolicyAnswer.Judged(file.toString(), trial.judge(body)));
    }
    return judged;
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES);
    } catch (IOException e) {
      throw new FailureException(
          Failure.permanent("file-unreadable", file.toString(), file + " cannot be read"), e);
    }
  }
}
