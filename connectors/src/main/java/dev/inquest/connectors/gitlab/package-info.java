/** GitLab: deployments as changes and files to read for the agent, merge requests for the gate. */
@NullMarked
package dev.inquest.connectors.gitlab;

import org.jspecify.annotations.NullMarked;
