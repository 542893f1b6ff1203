/** The gate's pages and API, on its own origin. */
@NullMarked
package dev.inquest.gate.web;

import org.jspecify.annotations.NullMarked;
