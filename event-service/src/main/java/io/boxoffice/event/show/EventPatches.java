package io.boxoffice.event.show;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON merge patches (RFC 7396) of events: what is named changes, null takes away. */
@Component
class EventPatches {
    private final JsonMapper json;

    EventPatches(JsonMapper json) {
        this.json = json;
    }

    /** Refuses unknown fields and wrong types as a whole body with them is refused. */
    void check(ObjectNode patch, HttpServletRequest request) {
        try {
            json.treeToValue(patch, EventForm.class);
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("not an event", e, new ServletServerHttpRequest(request));
        }
    }

    /** The whole form as if it had been sent anew. */
    EventForm merge(EventTerms terms, ObjectNode patch) {
        var form = tree(terms);
        merge(form, patch);
        return json.treeToValue(form, EventForm.class);
    }

    /** The fields in which they differ. */
    List<String> changed(EventTerms before, EventTerms after) {
        var old = tree(before);
        return tree(after).properties().stream()
                .filter(field -> !field.getValue().equals(old.get(field.getKey())))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    private ObjectNode tree(EventTerms terms) {
        return json.valueToTree(EventForm.of(terms));
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                target.remove(field.getKey());
            } else if (value instanceof ObjectNode changes) {
                var part = target.get(field.getKey()) instanceof ObjectNode known ? known : target.objectNode();
                merge(part, changes);
                target.set(field.getKey(), part);
            } else {
                target.set(field.getKey(), value);
            }
        });
    }
}
