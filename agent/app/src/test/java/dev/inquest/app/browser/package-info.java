/** The pages of agent and gate in a real browser. */
@NullMarked
package dev.inquest.app.browser;

import org.jspecify.annotations.NullMarked;
