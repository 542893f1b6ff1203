@NullMarked
package dev.inquest.lab.serve;

import org.jspecify.annotations.NullMarked;
