/** {@code inquest connectors}: what is configured, reachable and permitted. */
@NullMarked
package dev.inquest.app.cli.connectors;

import org.jspecify.annotations.NullMarked;
