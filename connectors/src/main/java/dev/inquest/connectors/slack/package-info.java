/**
 * Slack, on the gate's side: cards and announcements out, signed clicks in. Settings: {@code
 * inquest.slack.*}; contract: Slack's published Web API description.
 */
@NullMarked
package dev.inquest.connectors.slack;

import org.jspecify.annotations.NullMarked;
