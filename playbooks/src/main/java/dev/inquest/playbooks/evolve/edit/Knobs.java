package dev.inquest.playbooks.evolve.edit;

import dev.inquest.analysis.DetectorSettings;
import dev.inquest.analysis.streaming.StreamingSettings;
import dev.inquest.playbook.Tuning;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.ranking.RankParameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Every number in a catalogue that may be turned, with its bounds, in order of files and places.
 */
public final class Knobs {
  private static final Map<String, Double> USUAL = usual();

  /** How far from what is usual a parameter may go, either way. */
  private static final double REACH = 8;

  private static final double LEAST_SAMPLES = 3;

  /** Parts of a whole and strengths: above 1 they mean no more than 1. */
  private static final Pattern SHARE =
      Pattern.compile(
          ".*(share|quantile|rate|mass|floor|least_known|same_system|foreign|continues|"
              + "max_before|explained|shared|repeat_decades|min_rise|"
              + "unfit_strength|late_strength|place_alerting|place_least|sign_plain).*");

  private static final Pattern COUNT =
      Pattern.compile(
          ".*(min_before|min_after|max_changes|_rows|min_baseline|recent_steps|"
              + "min_spans|min_new|least_alarms|least_seen).*");

  private static final List<Double> FACTORS = List.of(1.25, 1.6, 2.5);
  private static final List<Double> PRIOR_FACTORS = List.of(1.3, 1.8, 3.0);
  private static final List<Double> WEIGHT_STEPS = List.of(0.25, 0.75, 1.5);
  private static final List<Double> THRESHOLD_STEPS = List.of(0.03, 0.08, 0.2);

  private final String file;
  private final YamlText yaml;
  private final List<Knob> knobs = new ArrayList<>();

  private Knobs(String file, String text) {
    this.file = file;
    this.yaml = YamlText.of(text);
  }

  public static List<Knob> of(Subject.Files files) {
    List<Knob> all = new ArrayList<>();
    files.files().forEach((file, text) -> all.addAll(new Knobs(file, text).read()));
    return List.copyOf(all);
  }

  private List<Knob> read() {
    add("/detect/change_point/min_effect", 0.5, 20, true, FACTORS);
    for (String name : yaml.keys("/detect/parameters")) {
      parameter(name);
    }
    add("/conclude/threshold", 0.05, 0.99, false, THRESHOLD_STEPS);
    add("/conclude/abstain_below", 0, 0.95, false, THRESHOLD_STEPS);
    for (int i = 0; i < yaml.size("/hypotheses"); i++) {
      String at = "/hypotheses/" + i;
      add(at + "/prior", 0.001, 0.9, true, PRIOR_FACTORS);
      for (String test : yaml.keys(at + "/weights")) {
        boolean against = test.endsWith(".against");
        add(at + "/weights/" + test, against ? -10 : 0, against ? 0 : 10, false, WEIGHT_STEPS);
      }
    }
    return knobs;
  }

  private void parameter(String name) {
    String at = "/detect/parameters/" + name;
    double usual = USUAL.getOrDefault(name, 0.0);
    if (usual > 0) {
      boolean count = COUNT.matcher(name).matches();
      double least = count ? Math.max(usual / REACH, floor(name)) : usual / REACH;
      double most = SHARE.matcher(name).matches() ? Math.min(1, usual * REACH) : usual * REACH;
      add(at, least, most, true, FACTORS);
    }
  }

  private static double floor(String name) {
    return name.startsWith("min_") ? LEAST_SAMPLES : 1;
  }

  private void add(
      String pointer, double least, double most, boolean logarithmic, List<Double> steps) {
    yaml.scalar(pointer)
        .filter(text -> text.matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?"))
        .map(Double::parseDouble)
        .ifPresent(value -> {
          boolean whole = COUNT.matcher(pointer).matches() && value == Math.rint(value);
          double low = whole ? Math.ceil(least) : least;
          knobs.add(new Knob(file, pointer, value, low, most, whole, logarithmic, steps));
        });
  }

  private static Map<String, Double> usual() {
    Map<String, Double> usual = new HashMap<>(Tuning.DEFAULTS);
    usual.putAll(RankParameters.DEFAULTS);
    DetectorSettings detector = DetectorSettings.DEFAULT;
    usual.put("scale_floor", detector.relativeFloor());
    usual.put("min_before", (double) detector.minBefore());
    usual.put("min_after", (double) detector.minAfter());
    usual.put("false_discovery_rate", detector.falseDiscoveryRate());
    StreamingSettings stream = StreamingSettings.DEFAULT;
    usual.put("stream_smooth_rows", stream.smoothRows());
    usual.put("stream_reference_rows", stream.referenceRows());
    usual.put("stream_scale_rows", stream.scaleRows());
    usual.put("stream_softness", stream.softness());
    usual.put("stream_episode_share", stream.episodeShare());
    usual.put("stream_repeat_decades", stream.repeatDecades());
    usual.put("stream_warm_up_rows", (double) stream.warmUpRows());
    return usual;
  }
}
