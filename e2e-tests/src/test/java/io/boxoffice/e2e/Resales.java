package io.boxoffice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The resale portal. */
final class Resales {

    static final String PATH = "/api/v1/resale/listings";

    private Resales() {}

    static Answer list(TestFan seller, UUID ticket, String price) throws Exception {
        var body =
                Map.of("event_id", seller.event(), "ticket_ids", List.of(ticket), "price_each", new BigDecimal(price));
        return seller.client().send(Call.post("list", PATH, body).with("Idempotency-Key", TestFan.newKey()));
    }

    static String listed(TestFan seller, UUID ticket, String price) throws Exception {
        Answer answer = list(seller, ticket, price);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        Shape.of(answer.json())
                .uuid("listing_id", "event_id")
                .is("status", "ACTIVE")
                .decimal("price_each", "total");
        return answer.json().path("listing_id").asString();
    }

    static JsonNode look(TestFan fan, String listing) throws Exception {
        return fan.client().send(Call.get("listing", PATH + "/" + listing)).json();
    }

    /** Every listing of an event, as anybody sees them. */
    static List<String> offered(TestFan fan, UUID event) throws Exception {
        return fan.client()
                .anonymously(Call.get("listings", PATH + "?event_id=" + event))
                .json()
                .path("items")
                .valueStream()
                .map(listing -> listing.path("listing_id").asString())
                .toList();
    }

    static JsonNode bought(TestFan buyer, UUID event, String listing, String price) throws Exception {
        Answer answer = buy(buyer, event, listing, price);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    /** Buys, after some work where that is asked for. */
    static Answer buy(TestFan buyer, UUID event, String listing, String price) throws Exception {
        var body = Map.of("payment_method", "pm_card_visa", "expected_total", new BigDecimal(price));
        Call call = Call.post("purchase", PATH + "/" + listing + "/purchase", body)
                .with("Idempotency-Key", TestFan.newKey())
                .with("X-Device-Id", buyer.device().id());
        Answer answer = buyer.client().send(call);
        return answer.status() == 403
                ? buyer.client()
                        .send(call.with("X-Clearance", Work.clearance(buyer.client(), "order", event, buyer.device())))
                : answer;
    }
}
