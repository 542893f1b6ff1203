/** Webhooks: verified on raw bytes, stored before they are acknowledged, interpreted later. */
@NullMarked
package dev.inquest.app.intake;

import org.jspecify.annotations.NullMarked;
