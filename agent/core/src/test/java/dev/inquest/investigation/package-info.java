/** End-to-end tests of the engine on evidence whose answer is known, and the helpers they need. */
@NullMarked
package dev.inquest.investigation;

import org.jspecify.annotations.NullMarked;
