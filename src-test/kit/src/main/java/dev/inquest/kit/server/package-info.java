/** Real servers that tests start as processes of their own. */
@NullMarked
package dev.inquest.kit.server;

import org.jspecify.annotations.NullMarked;
