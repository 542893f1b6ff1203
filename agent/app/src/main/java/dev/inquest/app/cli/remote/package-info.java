/** Commands against a running Inquest: over HTTP, without Spring. */
@NullMarked
package dev.inquest.app.cli.remote;

import org.jspecify.annotations.NullMarked;
