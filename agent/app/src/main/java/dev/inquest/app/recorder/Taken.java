package dev.inquest.app.recorder;

import org.jspecify.annotations.Nullable;

/**
 * What became of a request's items.
 *
 * @param frame what to keep; null where nothing is left
 * @param rejected how many spans, points or records were refused
 * @param why one sentence for the sender; empty where none was refused
 */
record Taken(@Nullable Frame frame, long rejected, String why) {}
