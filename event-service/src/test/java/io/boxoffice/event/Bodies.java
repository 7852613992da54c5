package io.boxoffice.event;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Bodies with one place made different. */
public final class Bodies {
    private Bodies() {}

    /** The body with raw JSON at this pointer, however broken. */
    public static String with(ObjectNode body, String pointer, String rawJson) {
        var path = JsonPointer.compile(pointer);
        var parent = body.at(path.head());
        if (parent instanceof ArrayNode array) {
            array.set(path.last().getMatchingIndex(), array.rawValueNode(new RawValue(rawJson)));
        } else {
            ((ObjectNode) parent).putRawValue(path.last().getMatchingProperty(), new RawValue(rawJson));
        }
        return body.toString();
    }
}
