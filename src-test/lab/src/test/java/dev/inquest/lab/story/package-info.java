@NullMarked
package dev.inquest.lab.story;

import org.jspecify.annotations.NullMarked;
