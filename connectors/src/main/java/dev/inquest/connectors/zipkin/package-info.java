/** Zipkin, and what else speaks version 2 of its HTTP API: traces, sampled by time. */
@NullMarked
package dev.inquest.connectors.zipkin;

import org.jspecify.annotations.NullMarked;
