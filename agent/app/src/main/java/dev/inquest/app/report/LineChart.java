package dev.inquest.app.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/**
 * A picture as SVG, so that it can be read without JavaScript, in a report and on paper. Colours
 * come from the page's style sheet; nothing in it is styled inline, because the pages forbid that.
 */
public final class LineChart {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 230;
  private static final int LEFT = 66;
  private static final int RIGHT = 12;
  private static final int TOP = 50;
  private static final int BOTTOM = 24;

  /** Height of a line of text on a small screen, where text is drawn larger. */
  private static final int ROW = 15;

  private final Picture picture;
  private final double high;
  private final double spanMillis;
  private final StringBuilder out = new StringBuilder(8_000);

  private LineChart(Picture picture) {
    this.picture = picture;
    double max =
        picture.points().stream()
            .mapToDouble(Picture.Point::value)
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    this.high = max > 0 ? max * 1.08 : 1;
    this.spanMillis = Math.max(1, Duration.between(picture.from(), picture.to()).toMillis());
  }

  /** The whole {@code <svg>} element; every text in it is escaped. */
  public static String svg(Picture picture) {
    LineChart chart = new LineChart(picture);
    chart.open();
    chart.onset();
    chart.axes();
    chart.line();
    chart.markers();
    return chart.out.append("</svg>").toString();
  }

  private void open() {
    out.append("<svg class=\"chart\" viewBox=\"0 0 ")
        .append(WIDTH + " " + HEIGHT)
        .append("\" role=\"img\" aria-label=\"")
        .append(escape(picture.title() + ": " + picture.caption()))
        .append("\">");
  }

  private void onset() {
    if (picture.onset() == null) {
      return;
    }
    double from = x(picture.onset().from());
    double width = Math.max(2, x(picture.onset().to()) - from);
    out.append(
        format(
            "<rect class=\"onset\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
            from, TOP, width, HEIGHT - TOP - BOTTOM));
    text(from, HEIGHT - BOTTOM - 5, "onset", anchor(from, "onset-label"));
  }

  private void axes() {
    for (int i = 0; i <= 2; i++) {
      double value = high * i / 2;
      double y = y(value);
      out.append(
          format(
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
              LEFT, WIDTH - RIGHT, y, y));
      text(LEFT - 6, y + 4, Unit.valueOf(picture.unit()).show(value), "axis end");
    }
    text(LEFT, HEIGHT - 7, clock(picture.from()), "axis start");
    text(WIDTH - RIGHT, HEIGHT - 7, clock(picture.to()) + " UTC", "axis end");
  }

  private void line() {
    out.append("<path class=\"series\" d=\"");
    boolean drawing = false;
    for (Picture.Point point : picture.points()) {
      if (!Double.isFinite(point.value())) {
        drawing = false;
        continue;
      }
      out.append(format("%s%.1f %.1f", drawing ? "L" : "M", x(point.at()), y(point.value())));
      drawing = true;
    }
    out.append("\"/>");
  }

  private void markers() {
    int row = 0;
    for (Picture.Marker marker : picture.markers()) {
      double at = x(marker.at());
      String kind = marker.guilty() ? "marker guilty" : "marker";
      out.append(
          format(
              "<line class=\"%s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>",
              kind, at, at, TOP - 4, HEIGHT - BOTTOM));
      text(at, ROW + ROW * (row++ % 3), marker.label(), anchor(at, kind));
    }
  }

  private static String anchor(double x, String kind) {
    return kind + (x > WIDTH * 0.7 ? " end" : x < WIDTH * 0.3 ? " start" : " middle");
  }

  private void text(double x, double y, String text, String classes) {
    out.append(format("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">", classes, x, y))
        .append(escape(text))
        .append("</text>");
  }

  private double x(Instant at) {
    double share = Duration.between(picture.from(), at).toMillis() / spanMillis;
    return LEFT + Math.clamp(share, 0, 1) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - Math.clamp(value / high, 0, 1) * (HEIGHT - TOP - BOTTOM);
  }

  private static String clock(Instant at) {
    return at.toString().substring(11, 19);
  }

  @SuppressWarnings(
      "AnnotateFormatMethod") // its annotation is a library we would not otherwise need
  private static String format(String template, Object... values) {
    return String.format(Locale.ROOT, template, values);
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
