/** The durable run of an investigation's stages, and the watch over an incident until it closes. */
@NullMarked
package dev.inquest.app.investigation;

import org.jspecify.annotations.NullMarked;
