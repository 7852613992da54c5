package io.boxoffice.fleet.settings;

import java.util.List;

/** The nine services, in the order of their ports. */
public final class ServiceNames {
    public static final List<String> ALL = List.of(
            "gateway", "waiting-room", "inventory", "payment", "event", "notification", "analytics", "fraud", "resale");

    private ServiceNames() {}
}
