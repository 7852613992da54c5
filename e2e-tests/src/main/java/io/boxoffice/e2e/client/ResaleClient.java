package io.boxoffice.e2e.client;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Reply;
import io.boxoffice.e2e.client.model.Credential;
import io.boxoffice.e2e.client.model.Listing;
import io.boxoffice.e2e.client.model.Order;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A fan at the resale portal, and with their tickets. */
public final class ResaleClient {

    private static final String LISTINGS = "/api/v1/resale/listings";

    private final BoxofficeClient person;

    /** The same person. */
    public ResaleClient(BoxofficeClient person) {
        this.person = person;
    }

    /** Offers tickets for a price each. */
    public Reply<Listing> list(UUID event, List<UUID> tickets, BigDecimal priceEach, String key)
            throws IOException, InterruptedException {
        var body = Map.of("event_id", event, "ticket_ids", tickets, "price_each", priceEach);
        return Reply.of(person.send(Call.post("list", LISTINGS, body).with("Idempotency-Key", key)), Listing.class);
    }

    /** What is offered of an event. */
    public Reply<Listing.Page> offered(UUID event) throws IOException, InterruptedException {
        return Reply.of(person.anonymously(Call.get("listings", LISTINGS + "?event_id=" + event)), Listing.Page.class);
    }

    /** Buys a listing; a challenge that comes up is solved. */
    public Reply<Order> purchase(Listing listing, Device device, String card, BigDecimal total, String key)
            throws IOException, InterruptedException {
        var body = Map.of("payment_method", card, "expected_total", total);
        Call call = Call.post("purchase", LISTINGS + "/" + listing.listingId() + "/purchase", body)
                .with("Idempotency-Key", key)
                .with("X-Device-Id", device.id());
        Answer answer = person.send(call);
        if (answer.status() == 403 && answer.problem().code().equals("challenge-required")) {
            var need = new Clearances.Need("order", listing.eventId().toString(), device.id());
            var clearance = new Clearances(person::send).earn(need);
            if (clearance.isPresent()) {
                answer = person.send(call.with("X-Clearance", clearance.get()));
            }
        }
        return Reply.of(answer, Order.class);
    }

    /** The code to show at the gate now. */
    public Reply<Credential> credential(UUID event, UUID ticket) throws IOException, InterruptedException {
        String path = BoxofficeClient.events(event) + "/tickets/" + ticket + "/credential";
        return Reply.of(person.send(Call.post("credential", path, Map.of())), Credential.class);
    }
}
