/** How commands answer: text for people, JSON for scripts, Markdown for a ticket. */
@NullMarked
package dev.inquest.app.cli.output;

import org.jspecify.annotations.NullMarked;
