/** What connectors that speak HTTP share: trust in an own authority, bounded answers. */
@NullMarked
package dev.inquest.connectors.http;

import org.jspecify.annotations.NullMarked;
