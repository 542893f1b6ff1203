package dev.inquest.lab.story;

import java.util.Map;

/**
 * One commit that is deployed.
 *
 * @param files path to whole content, of those written
 */
public record Release(String version, String title, String author, Map<String, String> files) {
  public Release {
    files = Map.copyOf(files);
  }
}
