package dev.inquest.analysis;

/**
 * A change of a series' level, in indices of the series given.
 *
 * @param firstAfter index of the first sample of the new level, as best estimated
 * @param lastBefore index of the last sample that is surely before; the onset lies after it
 * @param surelyAfter index of the first sample that is surely after; the onset lies not after it
 * @param before median of the baseline
 * @param after median since
 * @param effect in robust standard deviations of the baseline, signed
 * @param effectLow lower end of its 95 % interval
 * @param effectHigh upper end
 * @param pValue corrected for the choice of the best split, not for the number of series
 */
public record LevelShift(
    int firstAfter,
    int lastBefore,
    int surelyAfter,
    double before,
    double after,
    double effect,
    double effectLow,
    double effectHigh,
    double pValue) {}
