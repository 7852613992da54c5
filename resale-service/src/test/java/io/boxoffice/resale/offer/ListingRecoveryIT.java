package io.boxoffice.resale.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.resale.ResaleFixture;
import io.boxoffice.resale.fixture.Fault;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingRecoveryIT extends ResaleFixture {

    @ParameterizedTest
    @CsvSource({"BEFORE, 0", "AFTER, 0", "BEFORE, 1", "AFTER, 1"})
    void aListingWithoutAnAnswerIsUndoneAndMayBeAskedForAgain(Fault fault, int skip) {
        var event = event();
        var seller = fan();
        var first = seller.owns(event, "100.00");
        var second = seller.owns(event, "100.00");
        inventory.failing("list", fault, skip, 1);
        inventory.failing("unlist", Fault.BEFORE, 0, 2);

        var refused = seller.lists("a-key", event, "90.00", first, second);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.headers().getFirst("Retry-After")).isNotNull();
        await().untilAsserted(() -> {
            assertThat(first.lock).isEqualTo("NONE");
            assertThat(second.lock).isEqualTo("NONE");
        });
        assertThat(seller.lists("a-key", event, "90.00", first, second).status())
                .isEqualTo(201);
        assertThat(second.lock).isEqualTo("LISTED");
    }

    @Test
    void aLockThatADeadListingLeftDoesNotKeepATicketFromBeingListed() {
        var event = event();
        var seller = fan();
        var ticket = seller.owns(event, "100.00");
        var over = seller.offers(event, ticket);
        seller.deletes(over);
        await().untilAsserted(() -> assertThat(pending(over)).isEmpty());
        ticket.lock = "LISTED";
        ticket.ref = UUID.fromString(over);
        assertThat(seller.lists(event, "90.00", ticket).status()).isEqualTo(201);
    }

    @Test
    void whatADeadProcessBeganToListIsFinishedAndARepeatFindsIt() {
        var event = event();
        var seller = fan();
        var first = seller.owns(event, "100.00");
        var second = seller.owns(event, "100.00");
        var listing = seller.lists("a-key", event, "90.00", first, second).text("listing_id");
        died(seller.sub);
        second.lock = "NONE";
        second.ref = null;
        jdbc.sql("UPDATE listings SET status = 'PREPARING', pending = 'PREPARE', listed_at = NULL WHERE listing_id = ?")
                .param(UUID.fromString(listing))
                .update();

        await().untilAsserted(() -> assertThat(status(listing)).isEqualTo("ACTIVE"));
        assertThat(second.lock).isEqualTo("LISTED");
        var again = seller.lists("a-key", event, "90.00", first, second);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("listing_id")).isEqualTo(listing);
    }

    @Test
    void aRepeatOfWhatADeadProcessHadGivenUpListsAnew() {
        var event = event();
        var seller = fan();
        var ticket = seller.owns(event, "100.00");
        var listing = seller.lists("a-key", event, "90.00", ticket).text("listing_id");
        died(seller.sub);
        jdbc.sql("UPDATE listings SET status = 'CANCELLED', pending = 'UNLOCK', listed_at = NULL, cause = 'unanswered'"
                        + " WHERE listing_id = ?")
                .param(UUID.fromString(listing))
                .update();
        jdbc.sql("UPDATE listing_tickets SET live = false WHERE listing_id = ?")
                .param(UUID.fromString(listing))
                .update();
        var again = seller.lists("a-key", event, "90.00", ticket);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("listing_id")).isNotEqualTo(listing);
        assertThat(ticket.ref).hasToString(again.text("listing_id"));
    }

    @Test
    void aWorkerThatIsStillAliveIsLeftAlone() {
        var event = event();
        var seller = fan();
        var ticket = seller.owns(event, "100.00");
        var listing = seller.offers(event, ticket);
        jdbc.sql("UPDATE listings SET status = 'CANCELLED', pending = 'UNLOCK', worker = gen_random_uuid(),"
                        + " worked_until = clock_timestamp() + interval '1 hour' WHERE listing_id = ?")
                .param(UUID.fromString(listing))
                .update();
        var other = seller.offers(event, seller.owns(event, "100.00"));
        seller.deletes(other);
        await().untilAsserted(() -> assertThat(pending(other)).isEmpty());
        assertThat(ticket.lock).isEqualTo("LISTED");
        jdbc.sql("UPDATE listings SET worked_until = clock_timestamp() WHERE listing_id = ?")
                .param(UUID.fromString(listing))
                .update();
        await().untilAsserted(() -> assertThat(ticket.lock).isEqualTo("NONE"));
    }

    private void died(UUID sub) {
        jdbc.sql("UPDATE idempotency_keys SET status = NULL, body = NULL, location = NULL,"
                        + " claimed_at = claimed_at - interval '1 minute' WHERE sub = ?")
                .param(sub.toString())
                .update();
    }
}
