package io.boxoffice.gateway.apidoc;

import io.boxoffice.gateway.route.Service;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes one OpenAPI document out of those of the services. */
final class Merge {

    private final ObjectNode paths = JsonNodeFactory.instance.objectNode();
    private final Components components = new Components();

    private Merge() {}

    /** All that the route table serves of what the services describe; who is missing is named. */
    static ObjectNode of(Map<Service, JsonNode> parts) {
        var merge = new Merge();
        parts.forEach(merge::add);
        return merge.document(Arrays.stream(Service.values())
                .filter(service -> !parts.containsKey(service))
                .map(Service::key)
                .collect(Collectors.joining(", ")));
    }

    private void add(Service service, JsonNode part) {
        var routed = Operations.routed(service, part.path("paths"));
        var references = components.add(service, routed, part.path("components"));
        routed.properties()
                .forEach(path -> paths.withObjectProperty(path.getKey())
                        .setAll((ObjectNode) references.rewritten(path.getValue())));
    }

    private ObjectNode document(String missing) {
        var document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.1.0");
        var info = document.putObject("info").put("title", "Boxoffice").put("version", "v1");
        info.put(
                "description",
                missing.isEmpty() ? "The public API." : "The public API; away just now: " + missing + ".");
        if (!missing.isEmpty()) {
            var away = info.putArray("x-boxoffice-missing");
            Arrays.stream(missing.split(", ", -1)).forEach(away::add);
        }
        document.putArray("servers").addObject().put("url", "/");
        document.set("paths", paths);
        var all = components.all();
        all.putObject("securitySchemes")
                .putObject(Operations.BEARER)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        document.set("components", all);
        return document;
    }
}
