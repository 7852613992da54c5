package io.boxoffice.gateway.apidoc;

import io.boxoffice.gateway.route.Service;
import java.util.Arrays;
import java.util.HashMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parts that operations share. What two services call the same but is not keeps the first's name; the other's gets a prefix. */
final class Components {

    /** By section and name: {@code schemas/Problem}. */
    private final TreeMap<String, JsonNode> parts = new TreeMap<>();

    /** Takes in what these operations need, and says where it has gone. */
    References add(Service service, JsonNode operations, JsonNode components) {
        var needed = new TreeSet<String>();
        References.follow(operations, components, needed);
        var references = new References(new HashMap<>());
        // what points to something renamed is not what it was, and may need another name too
        while (renameOne(service, needed, components, references)) {
            continue;
        }
        for (var name : needed) {
            parts.put(references.renamed().getOrDefault(name, name), references.rewritten(components.at("/" + name)));
        }
        return references;
    }

    ObjectNode all() {
        var all = JsonNodeFactory.instance.objectNode();
        parts.forEach((name, part) -> {
            var slash = name.indexOf('/');
            all.withObjectProperty(name.substring(0, slash)).set(name.substring(slash + 1), part);
        });
        return all;
    }

    private boolean renameOne(Service service, TreeSet<String> needed, JsonNode components, References references) {
        for (var name : needed) {
            var taken = parts.get(name);
            if (taken != null
                    && !references.renamed().containsKey(name)
                    && !taken.equals(references.rewritten(components.at("/" + name)))) {
                references.renamed().put(name, prefixed(service, name));
                return true;
            }
        }
        return false;
    }

    private static String prefixed(Service service, String name) {
        var prefix = Arrays.stream(service.key().split("-", -1))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return name.replace("/", "/" + prefix);
    }
}
