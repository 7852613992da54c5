package io.boxoffice.gateway.apidoc;

import io.boxoffice.gateway.route.Caller;
import io.boxoffice.gateway.route.Endpoint;
import io.boxoffice.gateway.route.RouteTable;
import io.boxoffice.gateway.route.Service;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The operations of a service that have a line in the route table, named and guarded as the table says. */
final class Operations {

    static final String BEARER = "bearer";

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

    private Operations() {}

    static ObjectNode routed(Service service, JsonNode paths) {
        var routed = JsonNodeFactory.instance.objectNode();
        paths.properties().forEach(path -> {
            var item = item(service, path.getKey(), path.getValue());
            if (!item.isEmpty()) {
                routed.set(path.getKey(), item);
            }
        });
        return routed;
    }

    private static ObjectNode item(Service service, String path, JsonNode described) {
        var item = JsonNodeFactory.instance.objectNode();
        described.properties().forEach(operation -> {
            var method = HttpMethod.valueOf(operation.getKey().toUpperCase(Locale.ROOT));
            RouteTable.lineTo(service, method, path)
                    .ifPresent(line -> item.set(operation.getKey(), operation(line, operation.getValue())));
        });
        if (!item.isEmpty() && described.has("parameters")) {
            item.set("parameters", described.path("parameters"));
        }
        return item;
    }

    private static ObjectNode operation(Endpoint line, JsonNode described) {
        var operation = (ObjectNode) described.deepCopy();
        operation.remove("servers");
        operation.put("operationId", id(line));
        var security = operation.putArray("security");
        if (line.caller() == Caller.AUTHENTICATED) {
            security.addObject().putArray(BEARER);
        }
        return operation;
    }

    /** Of method and path, not of what the service calls it: unique, and the same whoever else is away. */
    private static String id(Endpoint line) {
        var id = new StringBuilder(line.method().name().toLowerCase(Locale.ROOT));
        for (var segment : line.path().segments()) {
            if (segment.startsWith("{")) {
                id.append("By");
            }
            WORD.matcher(segment)
                    .results()
                    .map(word -> word.group())
                    .forEach(word ->
                            id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1)));
        }
        return id.toString();
    }
}
