/** Which node an incident came from: signs of illness, explained away along the calls. */
@NullMarked
package dev.inquest.ranking;

import org.jspecify.annotations.NullMarked;
