package dev.inquest.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.testing.AppDatabase;
import dev.inquest.app.testing.TestGate;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real browser's view of the gate's session. */
class SignInIT {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern COOKIE = Pattern.compile("inquest-gate=([^;]+)(.*)");
  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static TestGate gate;

  @BeforeAll
  static void start() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "correct horse");
    gate =
        TestGate.start(
            AppDatabase.fresh(),
            folder,
            Map.of(
                "inquest.gate.local-user.person",
                "ada",
                "inquest.gate.local-user.password-file",
                password.toString()));
  }

  @AfterAll
  static void stop() {
    gate.close();
  }

  private static HttpResponse<String> get(String path, String cookie) throws Exception {
    return BROWSER.send(
        HttpRequest.newBuilder(gate.at(path)).header("Cookie", "inquest-gate=" + cookie).build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> signIn(String cookie, String page) throws Exception {
    String form =
        "username=ada&password=correct+horse&_csrf="
            + URLEncoder.encode(found(CSRF, page), StandardCharsets.UTF_8);
    return BROWSER.send(
        HttpRequest.newBuilder(gate.at("/login"))
            .header("Cookie", "inquest-gate=" + cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private static String setCookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElse("");
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
    return matcher.group(1);
  }

  @Test
  void aPlantedSessionIsNotTheOneSignedIn() throws Exception {
    HttpResponse<String> page = get("/login", "");
    String planted = found(COOKIE, setCookie(page));
    HttpResponse<String> signedIn = signIn(planted, page.body());
    assertThat(signedIn.headers().firstValue("Location").orElse("")).endsWith("/proposals");
    String own = found(COOKIE, setCookie(signedIn));

    assertThat(own).isNotEqualTo(planted);
    assertThat(get("/proposals", planted).statusCode()).isEqualTo(302);
    assertThat(get("/proposals", own).statusCode()).isEqualTo(200);
  }

  @Test
  void theCookieIsForThisSiteAndNoScript() throws Exception {
    assertThat(setCookie(get("/login", ""))).contains("HttpOnly", "SameSite=Strict");
  }

  @ParameterizedTest
  @ValueSource(strings = {"env", "heapdump", "beans", "configprops", "loggers", "threaddump"})
  void nothingOfTheProcessIsServed(String endpoint) throws Exception {
    assertThat(get("/actuator/" + endpoint, "").statusCode()).isEqualTo(404);
  }
}
