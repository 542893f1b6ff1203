@NullMarked
package dev.inquest.app.cli.connectors;

import org.jspecify.annotations.NullMarked;
