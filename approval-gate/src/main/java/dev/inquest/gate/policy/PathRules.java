package dev.inquest.gate.policy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Paths the gate never lets a proposal touch, whatever its shape. */
public final class PathRules {
  private static final int MAX_PATH_CHARS = 240;
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_@+.-]{1,100}");

  /** Folders whose content a forge or a build executes or obeys; lower case. */
  private static final Pattern FORBIDDEN_FOLDER =
      Pattern.compile(
          "\\.git.*|\\.semaphore|\\.config|\\.gitea|\\.forgejo|\\.circleci|\\.buildkite|\\.teamcity|\\.tekton"
              + "|\\.woodpecker|\\.drone|\\.ci|\\.azure-pipelines|\\.mvn|\\.husky|\\.githooks|hooks|gradle"
              + "|buildsrc|\\.cargo|\\.yarn");

  /** Files that decide what a build, a forge or a hook runs, and who owns what; lower case. */
  private static final Pattern FORBIDDEN_FILE =
      Pattern.compile(
          "codeowners|owners(_aliases)?|\\.mergify\\.ya?ml|\\.cirrus.*|wercker.*|bitrise.*|procfile.*|\\.envrc|\\.tool-versions"
              + "|\\.bazel.*|meson.*|configure(\\.ac)?|mix\\.exs|package\\.swift|project\\.clj|build\\.zig|.*\\.nix|noxfile\\.py"
              + "|.*\\.(cs|fs|vb)proj|.*\\.(props|targets|sln)|(npm-shrinkwrap|deno|lerna|nx)\\.jsonc?|bun\\.lockb?"
              + "|(gulpfile|gruntfile|webpack|rollup|vite)\\..*|skaffold.*|tiltfile|\\.git.*|\\.gitlab-ci.*|jenkinsfile.*|\\.travis\\.ya?ml|\\.drone.*|\\.woodpecker.*"
              + "|azure-pipelines.*|bitbucket-pipelines.*|cloudbuild.*|appveyor.*|buildspec.*|\\.pre-commit.*"
              + "|lefthook.*|pom\\.xml|.*\\.gradle(\\.kts)?|gradlew.*|gradle\\.properties|mvnw.*|(gnu)?makefile.*"
              + "|.*\\.mk|cmakelists\\.txt|.*\\.cmake|build\\.xml|build\\.sbt|.*\\.bazel|.*\\.bzl|build|workspace"
              + "|rakefile|gemfile.*|package(-lock)?\\.json|yarn\\.lock|pnpm-.*|\\.npmrc|\\.yarnrc.*|setup\\.(py|cfg)"
              + "|pyproject\\.toml|requirements.*\\.txt|pipfile.*|tox\\.ini|cargo\\.(toml|lock)|build\\.rs|go\\.(mod|sum)"
              + "|composer\\.(json|lock)|dockerfile.*|.*\\.dockerfile|containerfile.*|(docker-)?compose.*\\.ya?ml"
              + "|vagrantfile|justfile|taskfile.*|earthfile|renovate.*\\.json|.*\\.(sh|bash|zsh|bat|cmd|ps1)");

  /** Elsewhere these are ordinary names of packages. */
  private static final Pattern CI_AT_THE_TOP = Pattern.compile("ci|build-?scripts|scripts");

  private PathRules() {}

  /**
   * @throws dev.inquest.failure.FailureException {@code path-unsafe} or {@code path-forbidden}
   */
  public static void check(String path) {
    if (path.isEmpty() || path.length() > MAX_PATH_CHARS) {
      throw Refused.because(
          "path-unsafe", "path", "a path is empty or over " + MAX_PATH_CHARS + " characters");
    }
    List<String> segments = List.of(path.split("/", -1));
    segments.forEach(PathRules::checkSegment);
    for (String folder : segments.subList(0, segments.size() - 1)) {
      forbid(FORBIDDEN_FOLDER, folder, path);
    }
    forbid(FORBIDDEN_FILE, segments.getLast(), path);
    forbid(CI_AT_THE_TOP, segments.getFirst(), path);
  }

  private static void checkSegment(String segment) {
    boolean dots = segment.equals(".") || segment.equals("..");
    if (dots || segment.endsWith(".") || !SEGMENT.matcher(segment).matches()) {
      throw Refused.because(
          "path-unsafe",
          "path",
          "a path must be relative, of plain names in letters, digits and . _ @ + - only");
    }
  }

  private static void forbid(Pattern pattern, String name, String path) {
    if (pattern.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
      throw Refused.because(
          "path-forbidden",
          path,
          "no proposal may touch CI, build, hook or ownership files, and this one touches " + path);
    }
  }
}
