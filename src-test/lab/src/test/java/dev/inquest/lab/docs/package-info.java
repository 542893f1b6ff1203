/** What the pages, the chart and the API description say, against the code. */
@NullMarked
package dev.inquest.lab.docs;

import org.jspecify.annotations.NullMarked;
