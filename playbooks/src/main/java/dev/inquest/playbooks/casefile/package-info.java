/** The incident case format: codecs for each of its files, and whole folders. */
@NullMarked
package dev.inquest.playbooks.casefile;

import org.jspecify.annotations.NullMarked;
