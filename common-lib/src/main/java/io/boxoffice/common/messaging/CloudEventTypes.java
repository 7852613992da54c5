package io.boxoffice.common.messaging;

/** {@code OrderConfirmed} ↔ {@code io.boxoffice.OrderConfirmed.v1}. */
final class CloudEventTypes {
    private static final String PREFIX = "io.boxoffice.";
    private static final String SUFFIX = ".v1";

    private CloudEventTypes() {}

    static String typeOf(String name) {
        return PREFIX + name + SUFFIX;
    }

    static String nameOf(String type) {
        return type.startsWith(PREFIX) && type.endsWith(SUFFIX)
                ? type.substring(PREFIX.length(), type.length() - SUFFIX.length())
                : type;
    }
}
