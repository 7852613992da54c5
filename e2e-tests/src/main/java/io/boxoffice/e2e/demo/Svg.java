package io.boxoffice.e2e.demo;

import java.util.List;
import java.util.Locale;

/** Charts as inline SVG: they take their colours from the page, and scale with it. */
final class Svg {

    private static final int WIDTH = 480;
    private static final int ROW = 34;
    private static final int LABELS = 96;
    private static final int FIGURES = 96;
    private static final int HEIGHT = 170;
    private static final int TOP = 18;

    private Svg() {}

    /** Something counted. */
    record Bar(String label, long value) {}

    /** One bar a row, the first being the whole. */
    static String rows(String title, List<Bar> bars) {
        long whole = Math.max(1, bars.isEmpty() ? 0 : bars.getFirst().value());
        long most = Math.max(1, bars.stream().mapToLong(Bar::value).max().orElse(1));
        StringBuilder svg = open(title, bars.size() * ROW);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int y = i * ROW;
            double width = (double) (WIDTH - LABELS - FIGURES) * bar.value() / most;
            text(svg, 0, y + 20, "start", "", bar.label());
            svg.append(rect(LABELS, y + 5, Math.max(1, width), ROW - 12));
            text(svg, LABELS + width + 6, y + 20, "start", "", "%d".formatted(bar.value()));
            text(svg, WIDTH, y + 20, "end", "faint", "%d %%".formatted(Math.round(100.0 * bar.value() / whole)));
        }
        return svg.append("</svg>").toString();
    }

    /** Columns side by side, named where there is room for it. */
    static String columns(String title, List<Bar> bars) {
        long most = Math.max(1, bars.stream().mapToLong(Bar::value).max().orElse(1));
        StringBuilder svg = open(title, HEIGHT);
        int floor = HEIGHT - 22;
        svg.append("<line x1=\"0\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>".formatted(floor, WIDTH, floor));
        double each = (double) WIDTH / Math.max(1, bars.size());
        int named = Math.max(1, (int) Math.ceil(bars.size() / 8.0));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double height = (double) (floor - TOP) * bar.value() / most;
            if (bar.value() > 0) {
                svg.append(rect(i * each + each * 0.1, floor - height, each * 0.8, height));
            }
            if (i % named == 0) {
                text(svg, i * each + each * 0.1, HEIGHT - 5, "start", "faint", bar.label());
            }
        }
        text(svg, 0, 12, "start", "faint", "at most " + most);
        return svg.append("</svg>").toString();
    }

    private static StringBuilder open(String title, int height) {
        return new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                .formatted(WIDTH, Math.max(1, height), Html.escaped(title)));
    }

    private static String rect(double x, double y, double width, double height) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\"/>",
                x,
                y,
                width,
                height);
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String kind, String text) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"", x, y, anchor));
        if (!kind.isEmpty()) {
            svg.append(" class=\"").append(kind).append('"');
        }
        svg.append('>').append(Html.escaped(text)).append("</text>");
    }
}
