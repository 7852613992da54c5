package io.boxoffice.gateway.route;

import java.util.Locale;

/** The services a public path can lead to. */
public enum Service {
    WAITING_ROOM,
    INVENTORY,
    PAYMENT,
    EVENT,
    NOTIFICATION,
    ANALYTICS,
    FRAUD,
    RESALE;

    /** The name in settings: {@code boxoffice.services.<key>}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
