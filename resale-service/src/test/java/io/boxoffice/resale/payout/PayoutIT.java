package io.boxoffice.resale.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.resale.ResaleFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PayoutIT extends ResaleFixture {

    @Test
    void whereTheEventSaysSoTheSellerIsPaidAtOnceAndOnce() {
        var event = event(true, "IMMEDIATE");
        var seller = fan();
        var listing = sold(event, seller);
        await().untilAsserted(() ->
                assertThat(heard.names(listing)).containsExactly("TicketListed", "ListingSold", "PayoutDue"));
        var due = heard.of(listing).getLast();
        assertThat(due.data().get("amount").decimalValue()).isEqualByComparingTo("81.00");
        assertThat(due.data().get("platform_fee").decimalValue()).isEqualByComparingTo("9.00");
        assertThat(due.data().get("seller_id").asString()).isEqualTo(seller.sub.toString());
        assertThat(due.subject()).isEqualTo(due.data().get("payout_id").asString());
        var facts = seller.gets(LISTINGS + "/" + listing).body().get("payout");
        assertThat(facts.get("status").asString()).isEqualTo("DUE");
        assertThat(facts.get("amount").toString()).isEqualTo("81.00");
        assertThat(fan().gets(LISTINGS + "/" + listing).body().has("payout")).isFalse();
    }

    @Test
    void otherwiseTheSellerIsPaidADayAfterTheEvent() {
        var event = event();
        var seller = fan();
        var listing = sold(event, seller);
        var facts = seller.gets(LISTINGS + "/" + listing).body().get("payout");
        assertThat(facts.get("status").asString()).isEqualTo("PENDING");
        assertThat(Instant.parse(facts.get("due_at").asString()))
                .isAfter(Instant.now().plus(Duration.ofDays(30)));

        var past = Instant.now().minus(Duration.ofHours(25)).truncatedTo(ChronoUnit.SECONDS);
        tell("boxoffice.catalog", event, "EventUpdated", published(event, 2, past, true, "AFTER_EVENT"));
        await().untilAsserted(() -> assertThat(heard.names(listing)).endsWith("PayoutDue"));
        assertThat(heard.of(listing).getLast().data().get("due_at").asString())
                .isEqualTo(past.plus(Duration.ofDays(1)).toString());
    }

    @Test
    void aCancelledEventPaysNobody() {
        var event = event();
        var seller = fan();
        var listing = sold(event, seller);
        tell(
                "boxoffice.catalog",
                event,
                "EventCancelled",
                "{\"event_id\":\"%s\",\"aggregate_version\":2}".formatted(event));
        await().untilAsserted(() ->
                assertThat(heard.names(listing)).containsExactly("TicketListed", "ListingSold", "PayoutCancelled"));
        var past = Instant.now().minus(Duration.ofDays(3));
        tell("boxoffice.catalog", event, "EventUpdated", published(event, 3, past, true, "IMMEDIATE"));
        await().until(() -> versionOf(event) == 3);
        assertThat(seller.gets(LISTINGS + "/" + listing)
                        .body()
                        .at("/payout/status")
                        .asString())
                .isEqualTo("CANCELLED");
        assertThat(heard.names(listing)).doesNotContain("PayoutDue");
    }

    @Test
    void whatIsSoldAfterTheCancellationIsNotPaidEither() {
        var event = event();
        var seller = fan();
        var listing = seller.offers(event, seller.owns(event, "100.00"));
        var order = UUID.randomUUID();
        var buyer = UUID.randomUUID();
        long fence = checkout(listing, order, buyer).body().get("fence").asLong();
        jdbc.sql("UPDATE events SET cancelled = true WHERE event_id = ?")
                .param(event)
                .update();
        assertThat(confirm(listing, order, fence, buyer).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(heard.names(listing)).endsWith("ListingSold", "PayoutCancelled"));
    }

    private String sold(UUID event, Fan seller) {
        var listing = seller.offers(event, seller.owns(event, "100.00"));
        var order = UUID.randomUUID();
        var buyer = UUID.randomUUID();
        long fence = checkout(listing, order, buyer).body().get("fence").asLong();
        assertThat(confirm(listing, order, fence, buyer).status()).isEqualTo(200);
        return listing;
    }

    private int versionOf(UUID event) {
        return jdbc.sql("SELECT aggregate_version FROM events WHERE event_id = ?")
                .param(event)
                .query(Integer.class)
                .single();
    }
}
