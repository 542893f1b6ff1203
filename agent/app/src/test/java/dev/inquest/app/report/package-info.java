@NullMarked
package dev.inquest.app.report;

import org.jspecify.annotations.NullMarked;
