@NullMarked
package dev.inquest.connectors.slack;

import org.jspecify.annotations.NullMarked;
