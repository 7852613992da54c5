package io.boxoffice.e2e.demo;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Pieces of a page; whatever is shown is escaped here. */
final class Html {

    private Html() {}

    static String escaped(Object shown) {
        return String.valueOf(shown)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String section(String title, String content) {
        return "<section><h2>%s</h2>%s</section>%n".formatted(escaped(title), content);
    }

    static String wide(String title, String content) {
        return "<section class=\"wide\"><h2>%s</h2>%s</section>%n".formatted(escaped(title), content);
    }

    static String line(String text) {
        return "<p>%s</p>".formatted(escaped(text));
    }

    static String faint(String text) {
        return "<p class=\"faint\">%s</p>".formatted(escaped(text));
    }

    static String list(Collection<String> lines) {
        return lines.stream()
                .map(line -> "<li>" + escaped(line) + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    /** A table; figures stand to the right. */
    static String table(List<String> heads, List<List<Object>> rows) {
        StringBuilder table = new StringBuilder("<div class=\"scroll\"><table><tr>");
        for (int column = 0; column < heads.size(); column++) {
            boolean figures = !rows.isEmpty() && rows.getFirst().get(column) instanceof Number;
            table.append(figures ? "<th class=\"n\">" : "<th>")
                    .append(escaped(heads.get(column)))
                    .append("</th>");
        }
        table.append("</tr>");
        for (List<Object> row : rows) {
            table.append("<tr>");
            for (Object cell : row) {
                table.append(cell(cell));
            }
            table.append("</tr>");
        }
        return table.append("</table></div>").toString();
    }

    private static String cell(Object cell) {
        return switch (cell) {
            case Double figure -> "<td class=\"n\">%.1f</td>".formatted(figure);
            case Number figure -> "<td class=\"n\">%s</td>".formatted(figure);
            default -> "<td>%s</td>".formatted(escaped(cell));
        };
    }
}
