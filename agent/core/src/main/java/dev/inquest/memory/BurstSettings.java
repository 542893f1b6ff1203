package dev.inquest.memory;

/**
 * What alarms are worth before anything is remembered.
 *
 * @param least alarms, so that many of them can be told apart at all
 * @param measure worth of a kind of alarm about a measure of the place itself
 * @param call of one about calls, which have two ends
 * @param other of any other, e.g. a line of log
 * @param shared factor where another place that does the same work has the same alarm
 * @param explained factor where something that the place calls has the same alarm
 * @param first added, at most, for a place whose alarms began before those of others
 * @param sharpness log-odds of one alarm's worth
 */
public record BurstSettings(
    int least,
    double measure,
    double call,
    double other,
    double shared,
    double explained,
    double first,
    double sharpness) {}
