package dev.inquest.change;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What sort of file a path names, by custom. */
enum FileKind {
  DOCUMENTATION,
  STYLE,
  TEST,
  BUILD,
  /** Settings of an environment that is not the one users are in. */
  OTHER_ENVIRONMENT,
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
          "composer.json",
          "composer.lock",
          "pnpm-lock.yaml",
          "build.sbt",
          "packages.lock.json",
          "libs.versions.toml");
  private static final Set<String> BUILD_FILES =
      Set.of(
          ".gitlab-ci.yml",
          "jenkinsfile",
          "codeowners",
          ".gitignore",
          ".gitattributes",
          ".editorconfig",
          "makefile",
          "azure-pipelines.yml",
          ".travis.yml",
          "renovate.json",
          "dependabot.yml");
  private static final Pattern TOOLS =
      Pattern.compile(
          "\\.?(golangci|eslintrc|eslint\\.config|prettierrc|pre-commit-config|stylelintrc|pylintrc|flake8|rubocop"
              + "|checkstyle|spotbugs|codecov|sonar-project|markdownlint|yamllint)\\b.*");

  /** By capitals: {@code DepositIT} tests, {@code Deposit} does not. */
  private static final Pattern TEST_CLASS =
      Pattern.compile("(?:.*[^A-Z])?(?:Test|Tests|IT|Spec)\\.(?:java|kt|groovy|scala)");

  private static final Pattern TEST_SCRIPT =
      Pattern.compile(
          "(?i).*(?:_test\\.go|_test\\.py|\\.(?:test|spec)\\.[jt]sx?)|test_.*\\.py|.*_spec\\.rb");
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(.*[/._-])?(staging|stage|dev|development|qa|uat|sandbox|local|preview)([/._-].*)?");
  private static final Set<String> STYLE_ENDINGS =
      Set.of("css", "scss", "less", "sass", "ico", "jpg", "jpeg", "gif", "webp", "woff", "woff2");
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
    if (isTest(lower, path.substring(path.lastIndexOf('/') + 1))) {
      return TEST;
    }
    if (ending.equals("sql") || lower.contains("/migrations/") || lower.contains("changelog/")) {
      return MIGRATION;
    }
    if (isBuild(lower, name)) {
      return BUILD;
    }
    if (STYLE_ENDINGS.contains(ending)) {
      return STYLE;
    }
    if (DOCUMENT_ENDINGS.contains(ending) || name.startsWith("license")) {
      return DOCUMENTATION;
    }
    if (!SETTING_ENDINGS.contains(ending) && !name.startsWith("dockerfile")) {
      return CODE;
    }
    return ELSEWHERE.matcher(lower).matches() ? OTHER_ENVIRONMENT : CONFIGURATION;
  }

  /** Whether it can change what runs. */
  boolean runs() {
    return switch (this) {
      case DEPENDENCIES, MIGRATION, CONFIGURATION, CODE -> true;
      case DOCUMENTATION, STYLE, TEST, BUILD, OTHER_ENVIRONMENT -> false;
    };
  }

  private static boolean isBuild(String path, String name) {
    return BUILD_FILES.contains(name)
        || TOOLS.matcher(name).matches()
        || path.startsWith(".github/")
        || path.startsWith(".circleci/")
        || path.startsWith(".buildkite/")
        || path.startsWith(".ci/");
  }

  private static boolean isTest(String path, String name) {
    return path.contains("/test/")
        || path.contains("/testdata/")
        || path.contains("/fixtures/")
        || path.contains("/e2e/")
        || path.contains("/__mocks__/")
        || path.startsWith("test/")
        || path.startsWith("tests/")
        || path.contains("/tests/")
        || path.contains("__tests__/")
        || TEST_CLASS.matcher(name).matches()
        || TEST_SCRIPT.matcher(name).matches();
  }
}
