/** Who calls whom, as traces show it. */
@NullMarked
package dev.inquest.topology;

import org.jspecify.annotations.NullMarked;
