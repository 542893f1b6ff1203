package dev.inquest.app.config;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One key of the configuration.
 *
 * @param name canonical, list indexes as {@code []}, e.g. {@code inquest.services[].name}
 * @param secret whether it may also be given as a file: {@code …-file}, {@code …_FILE}
 * @param type for the reference: {@code text, integer, duration, bytes, boolean, url, path}
 * @param standard what holds where it is not given; empty where nothing does
 * @param help one sentence
 */
public record Key(
    String name, Owner owner, boolean secret, String type, String standard, String help) {
  public Key {
    requireNonNull(name, "name");
    requireNonNull(owner, "owner");
    requireNonNull(type, "type");
    requireNonNull(standard, "standard");
    requireNonNull(help, "help");
  }

  static Key of(Owner owner, String name, String type, String standard, String help) {
    return new Key(name, owner, false, type, standard, help);
  }

  static Key secret(Owner owner, String name, String help) {
    return new Key(name, owner, true, "text", "", help);
  }

  /** The environment's name, list indexes as {@code 0}. */
  public String environmentName() {
    return name.toUpperCase(Locale.ROOT).replace("[]", "_0").replace('.', '_').replace('-', '_');
  }

  /**
   * Matches names as written in a file, in any of Spring's relaxed spellings, lower-cased and
   * without dashes; groups are the list indexes.
   */
  Pattern filePattern() {
    String bare = name.replace("-", "");
    return Pattern.compile(bare.replace(".", "\\.").replace("[]", "\\[(\\d+)\\]"));
  }

  /** Matches names of environment variables; groups are the list indexes. */
  Pattern environmentPattern() {
    String regex =
        name.toUpperCase(Locale.ROOT).replace("[]", "_(\\d+)").replace(".", "_").replace("-", "_?");
    return Pattern.compile(regex);
  }
}
