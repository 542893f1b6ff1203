/** The demo: one real missing index, from the first baseline to the report. */
@NullMarked
package dev.inquest.lab.demo;

import org.jspecify.annotations.NullMarked;
