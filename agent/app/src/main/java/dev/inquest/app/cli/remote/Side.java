package dev.inquest.app.cli.remote;

/** Which of the two processes is talked to. */
enum Side {
  AGENT("The agent", "server.port", 8080, "inquest.public-url", "--url"),
  GATE("The gate", "inquest.gate.port", 8081, "inquest.gate.public-url", "--gate-url");

  private final String title;
  private final String portKey;
  private final int standardPort;
  private final String publicKey;
  private final String option;

  Side(String title, String portKey, int standardPort, String publicKey, String option) {
    this.title = title;
    this.portKey = portKey;
    this.standardPort = standardPort;
    this.publicKey = publicKey;
    this.option = option;
  }

  /** At the beginning of a sentence. */
  String title() {
    return title;
  }

  String portKey() {
    return portKey;
  }

  int standardPort() {
    return standardPort;
  }

  String publicKey() {
    return publicKey;
  }

  String option() {
    return option;
  }
}
