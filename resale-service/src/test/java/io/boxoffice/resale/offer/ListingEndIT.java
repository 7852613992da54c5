package io.boxoffice.resale.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.GoldenFiles;
import io.boxoffice.resale.ResaleFixture;
import io.boxoffice.resale.fixture.InventoryDouble.Ticket;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListingEndIT extends ResaleFixture {
    private static final String GOLDEN_TICKET = "0198f3a4-7c00-7000-8000-000000000007";

    @Test
    void aTicketThatWasScannedEndsItsListingAndFreesTheOthers() {
        var event = event();
        var seller = fan();
        var scanned = seller.owns(event, "100.00");
        var other = seller.owns(event, "100.00");
        var listing = seller.offers(event, scanned, other);

        scan(scanned, "ADMITTED");
        scan(scanned, "ADMITTED");

        await().untilAsserted(
                        () -> assertThat(heard.names(listing)).containsExactly("TicketListed", "ListingCancelled"));
        assertThat(heard.of(listing).getLast().data().get("cause").asString()).isEqualTo("ticket-used");
        await().untilAsserted(() -> assertThat(other.lock).isEqualTo("NONE"));
    }

    @Test
    void aTicketThatWasNotLetInStaysListed() {
        var event = event();
        var seller = fan();
        var denied = seller.owns(event, "100.00");
        var admitted = seller.owns(event, "100.00");
        var stays = seller.offers(event, denied);
        var ends = seller.offers(event, admitted);
        scan(denied, "DENIED");
        scan(admitted, "ADMITTED");
        await().untilAsserted(() -> assertThat(status(ends)).isEqualTo("CANCELLED"));
        assertThat(status(stays)).isEqualTo("ACTIVE");
    }

    @Test
    void aRevokedTicketEndsTheListingOfThatGenerationAlone() {
        var event = event();
        var seller = fan();
        var restored = seller.owns(event, "100.00");
        restored.generation = 2;
        var revoked = seller.owns(event, "100.00");
        var stays = seller.offers(event, restored);
        var ends = seller.offers(event, revoked);
        revoke(restored);
        revoke(revoked);
        await().untilAsserted(() -> assertThat(status(ends)).isEqualTo("CANCELLED"));
        assertThat(status(stays)).isEqualTo("ACTIVE");
        assertThat(heard.names(stays)).doesNotContain("ListingCancelled");
    }

    @Test
    void whatIsInCheckoutWhenItsTicketDiesIsNeverSoldNorOfferedAgain() {
        var event = event();
        var seller = fan();
        var first = seller.owns(event, "100.00");
        var second = seller.owns(event, "100.00");
        var listing = seller.offers(event, first, second);
        var order = UUID.randomUUID();
        var buyer = UUID.randomUUID();
        long fence = checkout(listing, order, buyer).body().get("fence").asLong();

        second.status = "REVOKED";
        revoke(second);
        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT doomed FROM listings WHERE listing_id = ?")
                        .param(UUID.fromString(listing))
                        .query(String.class)
                        .single())
                .isEqualTo("ticket-revoked"));
        assertThat(status(listing)).isEqualTo("CHECKOUT");

        assertThat(confirm(listing, order, fence, buyer).code()).isEqualTo("fence-lost");
        assertThat(inventory.calls(first, second)).doesNotContain("reassign");
        await().untilAsserted(() -> assertThat(first.lock).isEqualTo("NONE"));
        assertThat(status(listing)).isEqualTo("CANCELLED");
        assertThat(confirm(listing, order, fence, buyer).code()).isEqualTo("fence-lost");
        assertThat(abandon(listing, order, fence).text("status")).isEqualTo("CANCELLED");
        assertThat(first.holder).isEqualTo(seller.sub);
    }

    @Test
    void listingsOfAnEventThatIsCancelledEnd() {
        var event = event();
        var seller = fan();
        var ticket = seller.owns(event, "100.00");
        var listing = seller.offers(event, ticket);
        tell(
                "boxoffice.catalog",
                event,
                "EventCancelled",
                "{\"event_id\":\"%s\",\"aggregate_version\":2}".formatted(event));
        await().untilAsserted(() -> assertThat(heard.names(listing)).contains("ListingCancelled"));
        assertThat(heard.of(listing).getLast().data().get("cause").asString()).isEqualTo("event-over");
        await().untilAsserted(() -> assertThat(ticket.lock).isEqualTo("NONE"));
    }

    @Test
    void listingsOfAnEventThatBeginsEnd() {
        var event = event();
        var seller = fan();
        var listing = seller.offers(event, seller.owns(event, "100.00"));
        var begun = published(event, 2, Instant.now().minusSeconds(1), true, "AFTER_EVENT");
        tell("boxoffice.catalog", event, "EventUpdated", begun);
        await().untilAsserted(() -> assertThat(status(listing)).isEqualTo("CANCELLED"));
        assertThat(fan().buys(listing, "k").code()).isEqualTo("listing-gone");
    }

    private void scan(Ticket ticket, String result) {
        var golden = GoldenFiles.read("inventory-service", "ticket-scanned")
                .replace(GOLDEN_TICKET, ticket.id.toString())
                .replace("\"DENIED\"", "\"" + result + "\"");
        tell("boxoffice.tickets", ticket.eventId, "TicketScanned", golden);
    }

    private void revoke(Ticket ticket) {
        var golden =
                GoldenFiles.read("inventory-service", "ticket-revoked").replace(GOLDEN_TICKET, ticket.id.toString());
        tell("boxoffice.tickets", ticket.eventId, "TicketRevoked", golden);
    }
}
