@NullMarked
package dev.inquest.app.serve;

import org.jspecify.annotations.NullMarked;
