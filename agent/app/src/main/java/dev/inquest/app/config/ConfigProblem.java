package dev.inquest.app.config;

/**
 * Why Inquest does not start.
 *
 * @param key what it is about
 * @param problem one sentence
 * @param fix what to change
 */
public record ConfigProblem(String key, String problem, String fix) {
  @Override
  public String toString() {
    return key + ": " + problem + " " + fix;
  }
}
