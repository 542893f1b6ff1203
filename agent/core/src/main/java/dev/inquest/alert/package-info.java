/** Alerts: one signal from a monitor, and its episodes. */
@NullMarked
package dev.inquest.alert;

import org.jspecify.annotations.NullMarked;
