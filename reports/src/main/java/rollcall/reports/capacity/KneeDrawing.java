package rollcall.reports.capacity;

import java.util.List;
import java.util.Locale;

/**
 * The knee as an SVG picture: each step by its level and its p99, both on a log scale; a circle
 * where it held, a cross where it broke, a square where it is no answer.
 */
public final class KneeDrawing {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 360;
  private static final int LEFT = 70;
  private static final int EDGE = 40;

  private final List<CapacityStep> steps;
  private final double levelFrom;
  private final double levelTo;
  private final double millisTo;

  private KneeDrawing(List<CapacityStep> steps) {
    this.steps =
        steps.stream().filter(step -> step.delivered() > 0 && step.p99Millis() > 0).toList();
    this.levelFrom = this.steps.stream().mapToLong(CapacityStep::level).min().orElse(1);
    this.levelTo = this.steps.stream().mapToLong(CapacityStep::level).max().orElse(1);
    this.millisTo =
        Math.max(1_000, this.steps.stream().mapToDouble(CapacityStep::p99Millis).max().orElse(1));
  }

  /** An SVG document by itself. */
  public static String of(CapacityReport report, ClusterSize size) {
    return new KneeDrawing(size.steps()).draw(report, size);
  }

  private String draw(CapacityReport report, ClusterSize size) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="sans-serif" font-size="12">
        <title>p99 by %s, %d nodes: %s</title>
        <rect width="100%%" height="100%%" fill="white"/>
        """
            .formatted(WIDTH, HEIGHT, text(report.subject()), size.nodes(), text(size.spoken())));
    for (double millis = 1; millis <= millisTo; millis *= 10) {
      line(svg, LEFT, y(millis), WIDTH - EDGE, y(millis), "#ccc");
      label(svg, 8, y(millis) + 4, String.format(Locale.ROOT, "%,.0f ms", millis));
    }
    if (size.capacity() > 0) {
      line(
          svg,
          x((double) size.capacity()),
          EDGE,
          x((double) size.capacity()),
          HEIGHT - EDGE,
          "#333");
      label(svg, x((double) size.capacity()) - 30, EDGE - 8, size.spoken());
    }
    label(svg, LEFT, HEIGHT - 12, String.format(Locale.ROOT, "%,.0f", levelFrom));
    label(svg, WIDTH - EDGE - 60, HEIGHT - 12, String.format(Locale.ROOT, "%,.0f", levelTo));
    steps.forEach(step -> mark(svg, step));
    return svg.append("</svg>\n").toString();
  }

  private void mark(StringBuilder svg, CapacityStep step) {
    double x = x((double) step.level());
    double y = y(step.p99Millis());
    String form =
        switch (step.came()) {
          case "held" -> "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#1a6\"/>";
          case "broke" -> "<text x=\"%.1f\" y=\"%.1f\" fill=\"#b00\">×</text>";
          default -> "<text x=\"%.1f\" y=\"%.1f\" fill=\"#666\">□</text>";
        };
    svg.append(String.format(Locale.ROOT, form, x, y)).append('\n');
  }

  private double x(double level) {
    double share =
        levelTo > levelFrom ? Math.log(level / levelFrom) / Math.log(levelTo / levelFrom) : 0.5;
    return LEFT + share * (WIDTH - LEFT - EDGE);
  }

  private double y(double millis) {
    double share = Math.log(Math.max(0.1, millis) / 0.1) / Math.log(millisTo / 0.1);
    return HEIGHT - EDGE - share * (HEIGHT - 2.0 * EDGE);
  }

  private static void line(
      StringBuilder svg, double x, double y, double toX, double toY, String colour) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
            x,
            y,
            toX,
            toY,
            colour));
  }

  private static void label(StringBuilder svg, double x, double y, String text) {
    svg.append(
        String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\">%s</text>%n", x, y, text(text)));
  }

  private static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
