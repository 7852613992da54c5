package io.boxoffice.e2e.client.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, not yet sent.
 *
 * @param operation what it is called in figures ({@code hold}, {@code order}, …)
 * @param method the HTTP method
 * @param path path and query below the base address
 * @param headers its headers
 * @param body the body as sent, null for none
 */
public record Call(
        String operation,
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body) {

    private static final String JSON = "application/json";

    /** A GET. */
    public static Call get(String operation, String path) {
        return new Call(operation, "GET", path, Map.of(), null);
    }

    /** A DELETE. */
    public static Call delete(String operation, String path) {
        return new Call(operation, "DELETE", path, Map.of(), null);
    }

    /** A POST of a JSON value. */
    public static Call post(String operation, String path, Object value) {
        return new Call(operation, "POST", path, Map.of("Content-Type", JSON), Json.write(value));
    }

    /** A POST without a body. */
    public static Call post(String operation, String path) {
        return new Call(operation, "POST", path, Map.of(), null);
    }

    /** The same call with one more header; a null value leaves it as it is. */
    public Call with(String header, @Nullable String value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(operation, method, path, more, body);
    }
}
