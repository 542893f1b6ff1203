@NullMarked
package dev.inquest.patient;

import org.jspecify.annotations.NullMarked;
