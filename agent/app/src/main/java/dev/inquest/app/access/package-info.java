/** Who may call the agent's HTTP interface. */
@NullMarked
package dev.inquest.app.access;

import org.jspecify.annotations.NullMarked;
