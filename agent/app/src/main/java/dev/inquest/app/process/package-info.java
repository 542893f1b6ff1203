/** Other programs are started without our secrets. */
@NullMarked
package dev.inquest.app.process;

import org.jspecify.annotations.NullMarked;
