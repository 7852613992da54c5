package io.boxoffice.gateway.apidoc;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pointers to shared parts, as one service's description has them.
 *
 * @param renamed what the service's names are in the merged document, where they differ: {@code schemas/Item} → {@code schemas/PaymentItem}
 */
record References(Map<String, String> renamed) {

    private static final String START = "#/components/";

    /** A copy whose pointers lead to where the parts have gone. */
    JsonNode rewritten(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), rewritten(field.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> copy.add(rewritten(element)));
                yield copy;
            }
            default -> isPointer(node) ? JsonNodeFactory.instance.stringNode(moved(node.asString())) : node;
        };
    }

    /** Adds all that a node points to, directly or not. */
    static void follow(JsonNode node, JsonNode components, Set<String> found) {
        if (isPointer(node)) {
            var name = node.asString().substring(START.length());
            if (found.add(name)) {
                follow(components.at("/" + name), components, found);
            }
        }
        node.forEach(child -> follow(child, components, found));
    }

    private String moved(String pointer) {
        var name = pointer.substring(START.length());
        return START + renamed.getOrDefault(name, name);
    }

    private static boolean isPointer(JsonNode node) {
        return node.isString() && node.asString().startsWith(START);
    }
}
