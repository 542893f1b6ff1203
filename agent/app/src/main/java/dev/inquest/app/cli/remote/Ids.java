package dev.inquest.app.cli.remote;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Ids as the processes give them; whatever else was typed never becomes part of an address. */
final class Ids {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
  private static final Pattern EVIDENCE = Pattern.compile("e[1-9][0-9]{0,8}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private static final Pattern VERSION = Pattern.compile("[0-9a-f]{8,64}|built-in");

  private Ids() {}

  private static String checked(Pattern form, String given, String wanted) {
    if (!form.matcher(given).matches()) {
      throw new TypeConversionException("'" + Printable.line(given) + "' is not " + wanted);
    }
    return given;
  }

  /** Of an incident. */
  static final class Incident implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      return checked(NAME, value, "an incident's id such as inc-01jzw3k9d8abcdef");
    }
  }

  /** Of a proposal. */
  static final class Proposal implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      return checked(NAME, value, "a proposal's id such as pr-0123456789ab-1");
    }
  }

  /** Within its incident. */
  static final class Evidence implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      return checked(EVIDENCE, value, "an evidence id such as e7");
    }
  }

  /** Of a version of the playbooks; the beginning of one will do. */
  static final class Version implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      return checked(VERSION, value, "a version's digest, its first 8 digits or more, or built-in");
    }
  }

  /** In full: half of one is not exactly what was shown. */
  static final class Digest implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      return checked(SHA256, value, "a digest of 64 hexadecimal digits");
    }
  }
}
