package io.boxoffice.fleet.provider.api;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A JSON object with its fields in the order they were put. */
public final class Json extends LinkedHashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1;

    /** Puts a field and goes on. */
    Json with(String name, @Nullable Object value) {
        put(name, value);
        return this;
    }
}
