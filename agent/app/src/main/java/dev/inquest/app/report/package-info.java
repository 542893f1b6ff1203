/**
 * What a person reads of an incident: one story, told as a page, as Markdown and as JSON, in the
 * reader's order.
 */
@NullMarked
package dev.inquest.app.report;

import org.jspecify.annotations.NullMarked;
