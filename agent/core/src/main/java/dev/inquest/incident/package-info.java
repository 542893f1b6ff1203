/** Incidents: what a human would call one outage, and the label a human gives it afterwards. */
@NullMarked
package dev.inquest.incident;

import org.jspecify.annotations.NullMarked;
