package io.boxoffice.fleet.provider.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parameters of a request in the provider's form encoding, {@code metadata[order_id]=…}. */
final class Form {
    private final Map<String, String> values;

    private Form(Map<String, String> values) {
        this.values = values;
    }

    /** Reads the parameters, refusing those that this operation does not know. */
    static Form of(HttpServletRequest request, Set<String> known) {
        var values = new TreeMap<String, String>();
        request.getParameterMap().forEach((name, given) -> {
            int bracket = name.indexOf('[');
            var root = bracket < 0 ? name : name.substring(0, bracket);
            if (!known.contains(root)) {
                throw StripeRefusal.invalid("parameter_unknown", root, "Received unknown parameter: " + root);
            }
            values.put(name, String.join(",", given));
        });
        return new Form(values);
    }

    @Nullable
    String text(String name) {
        var value = values.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    String required(String name) {
        var value = text(name);
        if (value == null) {
            throw StripeRefusal.invalid("parameter_missing", name, "Missing required param: " + name + ".");
        }
        return value;
    }

    long number(String name) {
        try {
            return Long.parseLong(required(name));
        } catch (NumberFormatException e) {
            throw StripeRefusal.invalid("parameter_invalid_integer", name, "Invalid integer");
        }
    }

    @Nullable
    Long numberOrNone(String name) {
        return text(name) == null ? null : number(name);
    }

    boolean flag(String name) {
        var value = text(name);
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw StripeRefusal.invalid(null, name, "Invalid boolean");
    }

    Map<String, String> metadata() {
        var metadata = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> {
            if (name.startsWith("metadata[") && name.endsWith("]")) {
                metadata.put(name.substring("metadata[".length(), name.length() - 1), value);
            }
        });
        if (metadata.size() > 50) {
            throw StripeRefusal.invalid(null, "metadata", "Metadata can have up to 50 keys.");
        }
        metadata.forEach((key, value) -> {
            if (key.isEmpty() || key.length() > 40 || value.length() > 500) {
                throw StripeRefusal.invalid(null, "metadata", "Metadata keys: 40 characters, values: 500.");
            }
        });
        return metadata;
    }

    /** All parameters in a fixed order, to tell whether two requests are the same. */
    String canonical() {
        return values.toString();
    }
}
