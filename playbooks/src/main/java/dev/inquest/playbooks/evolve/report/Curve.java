package dev.inquest.playbooks.evolve.report;

import java.util.List;
import java.util.Locale;

/** A value by round as a stepped line in SVG. */
final class Curve {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 260;
  private static final int LEFT = 56;
  private static final int RIGHT = 12;
  private static final int TOP = 12;
  private static final int BOTTOM = 32;

  /** The scale shows at least so much, so that noise does not look like a mountain. */
  private static final double LEAST_SPAN = 0.1;

  private final Block.Chart chart;
  private final double low;
  private final double high;

  private Curve(Block.Chart chart) {
    this.chart = chart;
    double least = chart.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double most = chart.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double middle = (least + most) / 2;
    double half = Math.max(LEAST_SPAN, (most - least) * 1.1) / 2;
    this.low = middle - half;
    this.high = middle + half;
  }

  static String svg(Block.Chart chart) {
    return new Curve(chart).write();
  }

  private String write() {
    StringBuilder out = new StringBuilder();
    String title = HtmlWriter.escaped(chart.title());
    out.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(WIDTH, HEIGHT, title));
    for (double share : List.of(0.0, 0.5, 1.0)) {
      level(out, low + share * (high - low));
    }
    out.append("<polyline fill=\"none\" stroke=\"#2a7ab0\" stroke-width=\"2\" points=\"");
    out.append(points()).append("\"/>\n");
    for (int round : chart.marked()) {
      mark(out, round);
    }
    text(out, LEFT, HEIGHT - 8, "start", "round 1");
    text(out, WIDTH - RIGHT, HEIGHT - 8, "end", "round " + chart.values().size());
    return out.append("</svg>\n").toString();
  }

  private String points() {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < chart.values().size(); i++) {
      double y = y(chart.values().get(i));
      if (i > 0) {
        points.append(number(x(i + 1))).append(',').append(number(y(chart.values().get(i - 1))));
        points.append(' ');
      }
      points.append(number(x(i + 1))).append(',').append(number(y)).append(' ');
    }
    return points.toString().strip();
  }

  private void level(StringBuilder out, double value) {
    String y = number(y(value));
    out.append(
        "<line x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\" stroke=\"currentColor\" opacity=\"0.2\"/>\n"
            .formatted(LEFT, WIDTH - RIGHT, y, y));
    text(out, LEFT - 6, y(value) + 4, "end", String.format(Locale.ROOT, "%.3f", value));
  }

  private void mark(StringBuilder out, int round) {
    double value = chart.values().get(round - 1);
    out.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"5\" fill=\"#2a7ab0\"><title>round %d: kept</title></circle>\n"
            .formatted(number(x(round)), number(y(value)), round));
  }

  private static void text(StringBuilder out, double x, double y, String anchor, String text) {
    out.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"12\" fill=\"currentColor\">%s</text>\n"
            .formatted(number(x), number(y), anchor, HtmlWriter.escaped(text)));
  }

  private double x(int round) {
    int steps = Math.max(1, chart.values().size() - 1);
    return LEFT + (WIDTH - LEFT - RIGHT) * (round - 1) / (double) steps;
  }

  private double y(double value) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (high - value) / (high - low);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
