package io.boxoffice.e2e.client;

import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Reply;
import io.boxoffice.e2e.client.model.Order;
import io.boxoffice.e2e.client.model.Refund;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Support's desk: looks at orders and gives money back. */
public final class SupportClient {

    private final BoxofficeClient person;

    /** Somebody of support. */
    public SupportClient(BoxofficeClient person) {
        this.person = person;
    }

    /** Looks at anybody's order. */
    public Reply<Order> order(UUID order) throws IOException, InterruptedException {
        return person.order(order);
    }

    /** Gives back the money for some seats of an order, or for all that are left when none is named. */
    public Reply<Refund> refund(UUID order, List<String> seats, String reason, String key)
            throws IOException, InterruptedException {
        Map<String, Object> body = new HashMap<>(Map.of("reason", reason));
        if (!seats.isEmpty()) {
            body.put("seat_ids", seats);
        }
        Call call = Call.post("refund", path(order), body).with("Idempotency-Key", key);
        return Reply.of(person.send(call), Refund.class);
    }

    /** What became of it. */
    public Reply<Refund> refund(UUID order, UUID refund) throws IOException, InterruptedException {
        return Reply.of(person.send(Call.get("refund-look", path(order) + "/" + refund)), Refund.class);
    }

    private static String path(UUID order) {
        return "/api/v1/orders/" + order + "/refunds";
    }
}
