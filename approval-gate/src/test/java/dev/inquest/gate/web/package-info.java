/** Tests of the gate's pages and API. */
@NullMarked
package dev.inquest.gate.web;

import org.jspecify.annotations.NullMarked;
