/** Inquest as the lab sees it: a process, a configuration file, and HTTP. */
@NullMarked
package dev.inquest.lab.serve;

import org.jspecify.annotations.NullMarked;
