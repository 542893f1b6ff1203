/** Playbooks as files: front matter and Markdown, validated by a schema, and the catalogue. */
@NullMarked
package dev.inquest.playbooks.format;

import org.jspecify.annotations.NullMarked;
