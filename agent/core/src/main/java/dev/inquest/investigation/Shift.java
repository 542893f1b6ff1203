package dev.inquest.investigation;

import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.SeriesId;

/**
 * A series that changed.
 *
 * @param evidence id of the computed fact
 * @param before median of the baseline, in the series' own unit
 * @param after median since the onset
 * @param effect in robust standard deviations of the baseline, signed
 * @param effectLow lower end of its 95 % interval
 * @param effectHigh upper end
 * @param pValue after Benjamini and Hochberg
 */
public record Shift(
    String evidence,
    SeriesId series,
    Onset onset,
    double before,
    double after,
    double effect,
    double effectLow,
    double effectHigh,
    double pValue) {}
