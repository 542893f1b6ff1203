/** What is asked of sources, and how much of it is kept. */
@NullMarked
package dev.inquest.evidence;

import org.jspecify.annotations.NullMarked;
