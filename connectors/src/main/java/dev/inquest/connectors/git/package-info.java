/**
 * Git repositories, local and remote: commits as changes, files at a commit, local merge requests.
 */
@NullMarked
package dev.inquest.connectors.git;

import org.jspecify.annotations.NullMarked;
