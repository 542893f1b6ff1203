package dev.inquest.connectors.git;

import dev.inquest.connectors.resilience.FailureCodes;
import dev.inquest.connectors.resilience.Redacted;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.api.FetchCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.util.FileUtils;

/** Bare copies of remote repositories, one folder each, readable by the owner only. */
final class GitMirrors {
  private final Path folder;
  private final GitProperties properties;
  private final Clock clock;
  private final Map<URI, Mirror> mirrors = new ConcurrentHashMap<>();

  GitMirrors(Path folder, GitProperties properties, Clock clock) {
    this.folder = folder;
    this.properties = properties;
    this.clock = clock;
  }

  /** The copy of a remote repository, at least that fresh; the caller closes it. */
  Repository open(URI address, Freshness freshness) throws IOException, GitAPIException {
    Mirror mirror = mirrors.computeIfAbsent(address, a -> new Mirror(folder.resolve(name(a))));
    Instant asked = clock.instant();
    mirror.lock.lock();
    try {
      if (wanted(mirror, freshness, asked)) {
        Instant begun = clock.instant();
        fetch(address, mirror.path);
        mirror.fetched = begun;
      }
    } finally {
      mirror.lock.unlock();
    }
    return new FileRepositoryBuilder().setGitDir(mirror.path.toFile()).setBare().build();
  }

  /** Several that ask for {@code NOW} at once share the fetch that began after they asked. */
  private boolean wanted(Mirror mirror, Freshness freshness, Instant asked) {
    Instant fetched = mirror.fetched;
    return switch (freshness) {
      case ANY -> fetched.equals(Instant.EPOCH) && !Files.exists(mirror.path.resolve("FETCH_HEAD"));
      case RECENT -> fetched.plus(properties.fetchEvery()).isBefore(asked);
      case NOW -> fetched.isBefore(asked) || fetched.equals(Instant.EPOCH);
    };
  }

  private void fetch(URI address, Path path) throws IOException, GitAPIException {
    if (!Files.exists(path.resolve("HEAD"))) {
      create(path);
    }
    FetchBounds bounds =
        new FetchBounds(path, properties.maxMirror().toBytes(), properties.timeout());
    try (Git git = Git.open(path.toFile())) {
      command(git, address).setProgressMonitor(bounds).call();
    } catch (GitAPIException | RuntimeException e) {
      if (bounds.exceeded()) {
        throw dropped(address, path);
      }
      throw e;
    }
    if (bounds.exceeded()) {
      throw dropped(address, path);
    }
  }

  private FetchCommand command(Git git, URI address) {
    FetchCommand command =
        git.fetch()
            .setRemote(address.toString())
            .setRefSpecs("+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*")
            .setTagOpt(TagOpt.NO_TAGS)
            .setRemoveDeletedRefs(true)
            .setTimeout((int) Math.max(1, properties.timeout().toSeconds()));
    properties.credentials().stream()
        .filter(c -> c.covers(address))
        .findFirst()
        .ifPresent(c ->
            command.setCredentialsProvider(
                new UsernamePasswordCredentialsProvider(c.username(), c.token())));
    return command;
  }

  private static void create(Path path) throws IOException {
    Files.createDirectories(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try (Repository repository = new FileRepository(path.toFile())) {
      repository.create(true);
      StoredConfig config = repository.getConfig();
      // A redirect could carry the token to another host.
      config.setBoolean("http", null, "followRedirects", false);
      // Housekeeping behind our back would move files while the mirror is measured or removed.
      config.setBoolean("gc", null, "autoDetach", false);
      config.save();
    }
  }

  private FailureException dropped(URI address, Path path) throws IOException {
    FileUtils.delete(path.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
    return new FailureException(
        Failure.permanent(
            FailureCodes.REFUSED,
            Redacted.text(address.toString()),
            "the mirror would be over " + properties.maxMirror().toMegabytes() + " MB"));
  }

  private static String name(URI address) {
    try {
      byte[] bytes = address.toString().getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 12) + ".git";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private static final class Mirror {
    private final Path path;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Instant fetched = Instant.EPOCH;

    private Mirror(Path path) {
      this.path = path;
    }
  }
}
