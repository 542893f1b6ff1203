package dev.inquest.app.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** One reader's browser window, and what the browser complained of in it. */
final class Visit implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Visit(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onDialog(dialog -> {
      complaints.add("a dialog was opened: " + dialog.message());
      dialog.dismiss();
    });
  }

  Page page() {
    return page;
  }

  /** The status of the answer. */
  int go(String address) {
    Response response = Objects.requireNonNull(page.navigate(address));
    return response.status();
  }

  /** Errors and warnings of the console, which is where a broken content policy is told. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  String text() {
    return page.locator("body").innerText();
  }

  /** How many pixels of the page lie beyond the window's right edge. */
  int overflow() {
    return number("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  int number(String expression) {
    return ((Number) page.evaluate(expression)).intValue();
  }

  /** Signs in on the gate. */
  void signIn(String gate, String person, String password) {
    go(gate + "/login");
    page.fill("#username", person);
    page.fill("#password", password);
    page.click("button[type=submit]");
  }

  @Override
  public void close() {
    context.close();
  }
}
