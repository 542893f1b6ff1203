/** What is kept of a closed incident: the frozen case, memory, criticism, report. */
@NullMarked
package dev.inquest.app.learn;

import org.jspecify.annotations.NullMarked;
