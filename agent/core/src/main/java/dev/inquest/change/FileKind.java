package dev.inquest.change;

import java.util.Locale;
import java.util.Set;

/** What sort of file a path names, by custom. */
enum FileKind {
  DOCUMENTATION,
  TEST,
  BUILD,
  DEPENDENCIES,
  MIGRATION,
  CONFIGURATION,
  CODE;

  private static final Set<String> DEPENDENCY_FILES =
      Set.of(
          "pom.xml",
          "build.gradle",
          "build.gradle.kts",
          "package.json",
          "package-lock.json",
          "yarn.lock",
          "go.mod",
          "go.sum",
          "requirements.txt",
          "pyproject.toml",
          "poetry.lock",
          "cargo.toml",
          "cargo.lock",
          "gemfile",
          "gemfile.lock",
          "composer.json");
  private static final Set<String> BUILD_FILES =
      Set.of(".gitlab-ci.yml", "jenkinsfile", "codeowners", ".gitignore", ".editorconfig");
  private static final Set<String> DOCUMENT_ENDINGS =
      Set.of("md", "adoc", "rst", "txt", "svg", "png");
  private static final Set<String> SETTING_ENDINGS =
      Set.of("yml", "yaml", "properties", "toml", "conf", "cfg", "ini", "env", "json", "xml", "tf");

  static FileKind of(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String name = lower.substring(lower.lastIndexOf('/') + 1);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (DEPENDENCY_FILES.contains(name)) {
      return DEPENDENCIES;
    }
    if (isTest(lower, name)) {
      return TEST;
    }
    if (ending.equals("sql") || lower.contains("/migrations/") || lower.contains("changelog/")) {
      return MIGRATION;
    }
    if (BUILD_FILES.contains(name) || lower.startsWith(".github/") || lower.startsWith(".ci/")) {
      return BUILD;
    }
    if (DOCUMENT_ENDINGS.contains(ending) || name.startsWith("license")) {
      return DOCUMENTATION;
    }
    return SETTING_ENDINGS.contains(ending) ? CONFIGURATION : CODE;
  }

  private static boolean isTest(String path, String name) {
    return path.contains("/test/")
        || path.startsWith("test/")
        || path.startsWith("tests/")
        || path.contains("/tests/")
        || path.contains("__tests__/")
        || name.matches(".*(test|tests|it|spec)\\.(java|kt|groovy|scala)")
        || name.matches(".*(_test\\.go|_test\\.py|\\.(test|spec)\\.[jt]sx?)|test_.*\\.py");
  }
}
