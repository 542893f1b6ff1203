/** Tests of the flight recorder. */
@NullMarked
package dev.inquest.app.recorder;

import org.jspecify.annotations.NullMarked;
