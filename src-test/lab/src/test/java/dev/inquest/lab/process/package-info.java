@NullMarked
package dev.inquest.lab.process;

import org.jspecify.annotations.NullMarked;
