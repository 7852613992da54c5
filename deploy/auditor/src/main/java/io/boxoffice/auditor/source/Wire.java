package io.boxoffice.auditor.source;

import io.boxoffice.auditor.rule.Told;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages of outboxes and topics, as far as they are read. */
final class Wire {

    static final JsonMapper JSON = JsonMapper.shared();
    private static final String PREFIX = "io.boxoffice.";

    private Wire() {}

    /** Takes a message in; what is no JSON tells nothing. */
    static void add(Told told, String type, String data) {
        JsonNode fields = tree(data);
        told.add(shortName(type), name -> fields.path(name).asString(""));
    }

    /** {@code io.boxoffice.TicketIssued.v1} and {@code TicketIssued} are the same type. */
    private static String shortName(String type) {
        if (!type.startsWith(PREFIX)) {
            return type;
        }
        String rest = type.substring(PREFIX.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static JsonNode tree(String data) {
        try {
            return JSON.readTree(data.isEmpty() ? "{}" : data);
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }
}
