/** Approving in Slack, from the alert to the merge request. */
@NullMarked
package dev.inquest.app.slack;

import org.jspecify.annotations.NullMarked;
