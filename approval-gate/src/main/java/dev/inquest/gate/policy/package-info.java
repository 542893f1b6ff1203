/** Rules that judge bytes: shapes, the SQL linter, the revert check, risk, the policy file. */
@NullMarked
package dev.inquest.gate.policy;

import org.jspecify.annotations.NullMarked;
