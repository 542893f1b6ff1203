package dev.inquest.memory;

/**
 * An incident in numbers.
 *
 * @param places features of each
 * @param prior log-odds of each before memory is asked
 * @param burst what alarms there are at all
 * @param origin whether it was that place; none where it is not known
 * @param fault index of what was wrong; -1 where it is not known
 */
record Row(Sparse[] places, double[] prior, Sparse burst, boolean[] origin, int fault) {
  boolean is(int place, int ofFault) {
    return origin[place] && (fault < 0 || fault == ofFault);
  }
}
