/** What a database did before anybody asked: samples of its counters, and how they shifted. */
@NullMarked
package dev.inquest.connectors.postgresql.baseline;

import org.jspecify.annotations.NullMarked;
