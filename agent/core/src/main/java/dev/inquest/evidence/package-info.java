/**
 * Evidence, and the ports through which it is gathered from metric, trace, log and database
 * systems.
 */
@NullMarked
package dev.inquest.evidence;

import org.jspecify.annotations.NullMarked;
