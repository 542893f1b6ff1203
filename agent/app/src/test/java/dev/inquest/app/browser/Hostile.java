package dev.inquest.app.browser;

/** What a label, a commit's title or a log line might try on its reader. */
final class Hostile {
  static final String SCRIPT =
      "<script>document.title='owned'</script><img src=x onerror=alert(1)>";
  static final String UNBROKEN = "unbroken" + "x".repeat(400);

  /** Reads "safe" and then, for the eye, something else. */
  static final String REVERSED = "safe\u202Egpj.exe";

  static final String COLOURED = "\u001B[31mred\u001B[0m";

  private Hostile() {}

  static String all() {
    return String.join(" ", SCRIPT, UNBROKEN, REVERSED, COLOURED);
  }

  /** What the gate lets pass: it refuses text that hides or reorders itself. */
  static String plain() {
    return SCRIPT + " " + UNBROKEN;
  }
}
