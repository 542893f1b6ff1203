/** Alert episodes grouped into incidents, their states, and the API that shows them. */
@NullMarked
package dev.inquest.app.incident;

import org.jspecify.annotations.NullMarked;
