/** Who calls whom, and what the operator says of each service. */
@NullMarked
package dev.inquest.topology;

import org.jspecify.annotations.NullMarked;
