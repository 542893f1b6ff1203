@NullMarked
package dev.inquest.app.cli.local;

import org.jspecify.annotations.NullMarked;
