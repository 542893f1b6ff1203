/** Contract tests, one abstract class a port; in-memory fakes of the ports; a settable clock. */
@NullMarked
package dev.inquest.kit;

import org.jspecify.annotations.NullMarked;
