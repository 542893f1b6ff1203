/**
 * A small shop: the patient of the demo and the lab, a process of its own. What it serves comes
 * from the checked-out release, so a commit there really changes what runs here.
 */
@NullMarked
package dev.inquest.patient;

import org.jspecify.annotations.NullMarked;
