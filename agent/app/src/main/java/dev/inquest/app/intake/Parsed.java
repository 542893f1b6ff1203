package dev.inquest.app.intake;

/**
 * A well-formed delivery.
 *
 * @param dedupKey what identifies the notification among its sender's
 */
public record Parsed(String dedupKey, Interpretation interpretation) {}
