package dev.inquest.investigation;

/**
 * What slow spans of an operation carry more often than its fast ones, after the onset.
 *
 * @param evidence id of the computed fact
 * @param attribute untrusted text, as is {@code value}
 * @param value as it stands in the spans, or a bound of numbers: {@code at least 1200}
 * @param slowShare weighted share of the slow spans that carry it, in [0, 1]
 */
public record DistinguishingAttribute(
    String evidence, String attribute, String value, double slowShare, double fastShare) {}
