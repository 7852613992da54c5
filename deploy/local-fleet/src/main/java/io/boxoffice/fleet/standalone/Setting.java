package io.boxoffice.fleet.standalone;

import org.jspecify.annotations.Nullable;

/** Checks of properties without a validator, whose start costs more than all checks together. */
public final class Setting {
    private Setting() {}

    /** The value, or a refusal to start that names the property. */
    public static <T> T required(String property, @Nullable T value) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException("property " + property + " is not set");
        }
        return value;
    }
}
