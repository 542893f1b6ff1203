package dev.inquest.ranking;

import java.util.List;

/** A trace with the steps of each of its spans, in their order. */
record Walk(SpanTree tree, List<List<Step>> steps) {}
