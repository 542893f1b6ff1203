/** Commands against the real processes. */
@NullMarked
package dev.inquest.app.cli.remote;

import org.jspecify.annotations.NullMarked;
