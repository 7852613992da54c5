package io.boxoffice.payment.remote;

import io.boxoffice.common.Ids;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Answers for published events. */
public final class CatalogDouble extends RemoteParty {
    private final Map<UUID, Map<String, Object>> events = new ConcurrentHashMap<>();

    /** 10 % + 1.50 a ticket, 2.00 an order, 19 % tax included. */
    public UUID published(String currency, String queueMode) {
        var id = Ids.next();
        events.put(
                id,
                Map.of(
                        "event_id",
                        id,
                        "aggregate_version",
                        1,
                        "name",
                        "Concert",
                        "currency",
                        currency,
                        "fees",
                        Map.of(
                                "per_ticket_percent",
                                10,
                                "per_ticket_fixed",
                                1.50,
                                "per_order",
                                2.00,
                                "tax_percent",
                                19,
                                "tax_included",
                                true),
                        "waiting_room",
                        Map.of("mode", queueMode)));
        return id;
    }

    @Override
    String operation(Request request) {
        return "published";
    }

    @Override
    Reply decide(String operation, Request request) {
        var event = events.get(UUID.fromString(request.path().split("/")[3]));
        return event == null ? new Reply(404, Map.of("code", "not-found")) : new Reply(200, event);
    }
}
