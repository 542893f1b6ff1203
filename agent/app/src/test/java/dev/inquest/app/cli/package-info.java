@NullMarked
package dev.inquest.app.cli;

import org.jspecify.annotations.NullMarked;
