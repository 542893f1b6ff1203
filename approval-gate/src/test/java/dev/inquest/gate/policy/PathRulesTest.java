package dev.inquest.gate.policy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.failure.FailureException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        ".github/workflows/build.yml",
        ".GitHub/workflows/build.yml",
        ".gitlab-ci.yml",
        "sub/.gitlab-ci.yml",
        ".gitlab-ci/build.yml",
        ".circleci/config.yml",
        ".semaphore/semaphore.yml",
        ".cirrus.yml",
        "Jenkinsfile",
        "jenkinsfile.release",
        "ci/deploy.yml",
        "azure-pipelines.yml",
        "bitbucket-pipelines.yml",
        ".mergify.yml",
        ".mvn/extensions.xml",
        "pom.xml",
        "POM.XML",
        "module/pom.xml",
        "build.gradle",
        "settings.gradle.kts",
        "gradle/wrapper/gradle-wrapper.properties",
        "gradlew",
        "mvnw",
        "Makefile",
        "rules.mk",
        "CMakeLists.txt",
        "meson.build",
        "configure",
        "package.json",
        "package-lock.json",
        "npm-shrinkwrap.json",
        "webpack.config.js",
        "Directory.Build.props",
        "shop.csproj",
        "Dockerfile",
        "Dockerfile.release",
        "docker-compose.yml",
        "deploy/run.sh",
        "deploy/run.ps1",
        "scripts/migrate.py",
        "CODEOWNERS",
        "docs/CODEOWNERS",
        "CodeOwners",
        "OWNERS",
        "OWNERS_ALIASES",
        "hooks/pre-commit",
        ".husky/pre-commit",
        ".githooks/post-merge",
        ".git/hooks/post-checkout",
        ".GIT/config",
        "sub/.git/config",
        ".gitmodules",
        ".gitattributes",
        ".gitconfig",
        ".pre-commit-config.yaml",
        "lefthook.yml",
        ".envrc"
      })
  void whatABuildAForgeOrAHookObeysIsForbidden(String path) {
    refused(path, "path-forbidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "..",
        "../shop.sql",
        "db/../pom.xml",
        "db/./x.sql",
        "db//x.sql",
        "db/x.sql/",
        "./db/x.sql",
        "db\\x.sql",
        "C:/x.sql",
        "db/x.sql\u0000.txt",
        "db/x\n.sql",
        "db/x\r.sql",
        "db/x .sql",
        "db/x.sql ",
        "db/x.sql.",
        ".git./config",
        "git~1/config",
        ".git::$INDEX_ALLOCATION/config",
        ".g\u200cit/config",
        ".g\u0131t/config",
        "\uff0egit/config",
        "db/\u202egpj.sql",
        "db/\u0435vil.sql",
        "db/caf\u00e9.sql",
        "pom.xml\u00a0",
        "db/%2e%2e/x.sql",
        "db/$(id).sql",
        "db/*.sql"
      })
  void whatIsNoPlainRelativePathIsUnsafe(String path) {
    refused(path, "path-unsafe");
  }

  @ParameterizedTest
  @ValueSource(ints = {241, 10_000})
  void aPathIsBounded(int length) {
    refused("a/".repeat(length / 2) + "x".repeat(length % 2 + 1), "path-unsafe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/main/resources/db/migration/V12__orders_customer.sql",
        "src/main/resources/db/migration/V12__orders_customer.sql.conf",
        "src/main/java/com/shop/ci/Basket.java",
        "src/main/java/com/shop/scripts/Basket.java",
        "app/models/order.rb",
        "config/application.yml"
      })
  void ordinaryFilesMayBeTouched(String path) {
    assertThatCode(() -> PathRules.check(path)).doesNotThrowAnyException();
  }

  private static void refused(String path, String code) {
    assertThatThrownBy(() -> PathRules.check(path))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> org.assertj.core.api.Assertions.assertThat(e.failure().code()).isEqualTo(code));
  }
}
