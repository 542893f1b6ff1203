@NullMarked
package dev.inquest.lab.shop;

import org.jspecify.annotations.NullMarked;
