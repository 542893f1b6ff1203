package dev.inquest.playbooks.evolve.record;

/**
 * What a run is, {@code run.json}.
 *
 * @param startSha256 digest of the playbooks it began with
 * @param keySha256 digest of the run key, which is told at the end
 */
public record RunFile(
    int format,
    Settings settings,
    String arena,
    String arenaVersion,
    String startSha256,
    String keySha256) {
  /** Of the record as a whole. */
  public static final int FORMAT = 2;
}
