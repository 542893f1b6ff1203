/** Metrics and observations of the agent's own work. */
@NullMarked
package dev.inquest.app.observability;

import org.jspecify.annotations.NullMarked;
