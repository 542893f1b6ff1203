package dev.inquest.gate.channel;

import org.jspecify.annotations.Nullable;

/**
 * Where a message stands.
 *
 * @param message the channel's id of it, e.g. Slack's {@code ts}
 * @param workspace e.g. Slack's team
 */
public record Posted(String channel, String message, @Nullable String workspace) {}
