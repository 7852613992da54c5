package io.boxoffice.event;

import io.boxoffice.common.test.GoldenFiles;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares messages by their shape: which fields, of which types. */
public final class WireJson {
    private static final JsonMapper JSON = new JsonMapper();

    private WireJson() {}

    public static JsonNode golden(String name) {
        return JSON.readTree(GoldenFiles.read("event-service", name));
    }

    /** Every path in it with the type of what is there, lists as one. */
    public static Set<String> shapeOf(JsonNode node) {
        var shape = new TreeSet<String>();
        collect("", node, shape);
        return shape;
    }

    private static void collect(String path, JsonNode node, Set<String> shape) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), shape));
        } else if (node.isArray()) {
            node.forEach(item -> collect(path + "[]", item, shape));
        } else if (!node.isNull()) {
            shape.add(path + " " + node.getNodeType());
        }
    }
}
