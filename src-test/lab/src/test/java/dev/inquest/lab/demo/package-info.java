@NullMarked
package dev.inquest.lab.demo;

import org.jspecify.annotations.NullMarked;
