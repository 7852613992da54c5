package io.boxoffice.observability;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes dashboards as Grafana reads them. */
public final class GrafanaJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SCHEMA = 39;
    private static final int PANELS_BESIDE = 4;
    private static final int WIDTH = 24 / PANELS_BESIDE;
    private static final int HEIGHT = 8;

    private final List<ObjectNode> panels = new ArrayList<>();
    private int y;

    private GrafanaJson() {}

    /** The dashboard as a JSON document that ends with a line break. */
    public static String of(Dashboard dashboard) {
        var writer = new GrafanaJson();
        dashboard.rows().forEach(writer::row);
        var page = JSON.createObjectNode();
        page.put("uid", dashboard.uid()).put("title", dashboard.title());
        page.put("schemaVersion", SCHEMA).put("refresh", "5s").put("timezone", "browser");
        page.putArray("tags").add("boxoffice");
        page.putObject("time").put("from", "now-30m").put("to", "now");
        page.putObject("templating").set("list", variables());
        page.putArray("panels").addAll(writer.panels);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(page) + "\n";
    }

    private static ArrayNode variables() {
        var list = JSON.createArrayNode();
        list.addObject()
                .put("name", "datasource")
                .put("type", "datasource")
                .put("query", "prometheus")
                .put("label", "Prometheus");
        var event = list.addObject()
                .put("name", "event")
                .put("label", "Event")
                .put("type", "query")
                .put("query", "label_values(boxoffice_queue_length, event_id)")
                .put("refresh", 2)
                .put("includeAll", true)
                .put("allValue", ".*");
        event.set("datasource", source());
        event.putObject("current").put("text", "All").put("value", "$__all");
        return list;
    }

    private static ObjectNode source() {
        return JSON.createObjectNode().put("type", "prometheus").put("uid", "${datasource}");
    }

    private void row(Dashboard.Row row) {
        var heading = JSON.createObjectNode()
                .put("id", panels.size() + 1)
                .put("type", "row")
                .put("title", row.title());
        place(heading, 0, 24, 1);
        y++;
        for (int i = 0; i < row.panels().size(); i++) {
            if (i > 0 && i % PANELS_BESIDE == 0) {
                y += HEIGHT;
            }
            panel(row.panels().get(i), i % PANELS_BESIDE * WIDTH);
        }
        y += HEIGHT;
    }

    private void panel(Panel panel, int x) {
        var node = JSON.createObjectNode()
                .put("id", panels.size() + 1)
                .put("type", "timeseries")
                .put("title", panel.title());
        node.set("datasource", source());
        node.putObject("fieldConfig")
                .putObject("defaults")
                .put("unit", panel.unit())
                .put("min", 0);
        var targets = node.putArray("targets");
        for (int i = 0; i < panel.queries().size(); i++) {
            var query = panel.queries().get(i);
            targets.addObject()
                    .put("refId", String.valueOf((char) ('A' + i)))
                    .put("expr", query.promql())
                    .put("legendFormat", query.legend());
        }
        place(node, x, WIDTH, HEIGHT);
    }

    private void place(ObjectNode node, int x, int width, int height) {
        node.putObject("gridPos").put("x", x).put("y", y).put("w", width).put("h", height);
        panels.add(node);
    }
}
