/** Evidence one by one: what it is, what it rests on, and asking its source again. */
@NullMarked
package dev.inquest.app.evidence;

import org.jspecify.annotations.NullMarked;
