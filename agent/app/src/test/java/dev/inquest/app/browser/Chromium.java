package dev.inquest.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium. A test that asks for it where it is missing is skipped and says so. */
final class Chromium implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final List<String> ALONE =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright) {
    this.playwright = playwright;
    this.browser =
        playwright.chromium().launch(new LaunchOptions().setExecutablePath(PROGRAM).setArgs(ALONE));
  }

  static Chromium open() {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAM), "the program chromium is missing (Debian package chromium)");
    Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    return new Chromium(Playwright.create(new Playwright.CreateOptions().setEnv(environment)));
  }

  Visit desk() {
    return new Visit(browser.newContext(zone().setViewportSize(1280, 900)));
  }

  Visit phone() {
    return new Visit(browser.newContext(narrow()));
  }

  Visit phoneWithoutScripts() {
    return new Visit(browser.newContext(narrow().setJavaScriptEnabled(false)));
  }

  Visit dark() {
    return new Visit(
        browser.newContext(zone().setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK)));
  }

  private static NewContextOptions narrow() {
    return zone().setViewportSize(360, 740);
  }

  private static NewContextOptions zone() {
    return new NewContextOptions().setLocale("en-GB").setTimezoneId("Asia/Tokyo");
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
