/** The same incident, read from files and from the servers that would hold it. */
@NullMarked
package dev.inquest.lab.sources;

import org.jspecify.annotations.NullMarked;
