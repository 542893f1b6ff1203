/** What is remembered of a round or an incident: Markdown for people and for the next round. */
@NullMarked
package dev.inquest.playbooks.memory;

import org.jspecify.annotations.NullMarked;
