package io.boxoffice.resale.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.resale.ResaleFixture;
import io.boxoffice.resale.fixture.Fault;
import io.boxoffice.resale.fixture.InventoryDouble.Ticket;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutRaceIT extends ResaleFixture {
    private Fan seller;
    private UUID show;
    private Ticket ticket;
    private String listing;

    @BeforeEach
    void offered() {
        show = event();
        seller = fan();
        ticket = seller.owns(show, "100.00");
        listing = seller.offers(show, ticket);
    }

    @Test
    void ofTwentyBuyersExactlyOneHasTheListing() {
        var orders = Stream.generate(UUID::randomUUID).limit(20).toList();
        var answers = atOnce(20, n -> checkout(listing, orders.get(n), UUID.randomUUID()));
        var won = IntStream.range(0, 20)
                .filter(n -> answers.get(n).status() == 200)
                .boxed()
                .toList();
        assertThat(won).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allMatch(answer -> answer.code().equals("order-in-progress"));
        assertThat(ticket.ref).isEqualTo(orders.get(won.getFirst()));
        assertThat(status(listing)).isEqualTo("CHECKOUT");
    }

    @Test
    void aBuyerAndTheSellersWithdrawalDoNotBothWin() {
        var order = UUID.randomUUID();
        var answers = atOnce(2, n -> n == 0 ? checkout(listing, order, UUID.randomUUID()) : seller.deletes(listing));
        boolean bought = answers.getFirst().status() == 200;
        assertThat(answers.getLast().status()).isEqualTo(bought ? 409 : 204);
        assertThat(status(listing)).isEqualTo(bought ? "CHECKOUT" : "CANCELLED");
        await().untilAsserted(() -> assertThat(ticket.lock).isEqualTo(bought ? "RESALE_CHECKOUT" : "NONE"));
    }

    @Test
    void aTicketListedManyTimesAtOnceIsInOneListing() {
        var free = seller.owns(show, "100.00");
        var answers = atOnce(8, _ -> seller.lists(show, "90.00", free));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allMatch(answer -> answer.code().equals("ticket-not-listable"));
        assertThat(free.lock).isEqualTo("LISTED");
    }

    @Test
    void oneConfirmationSentManyTimesSellsOnce() {
        var order = UUID.randomUUID();
        var buyer = UUID.randomUUID();
        long fence = checkout(listing, order, buyer).body().get("fence").asLong();
        var answers = atOnce(8, _ -> confirm(listing, order, fence, buyer));
        assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 503);
        await().untilAsserted(() -> assertThat(heard.names(listing)).containsExactly("TicketListed", "ListingSold"));
        assertThat(ticket.generation).isEqualTo(2);
    }

    /** Buyers who check out, confirm or give up at random while inventory drops answers: at most one sale, and nothing is lost. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverHappensTheTicketIsTheSellersOrOneBuyers(long seed) {
        for (var operation : List.of("reserve", "put-back", "reassign")) {
            inventory.failing(operation, seed % 2 == 0 ? Fault.BEFORE : Fault.AFTER, 1, 4);
        }
        var sold = atOnce(6, n -> tries(new Random(seed * 100 + n))).stream()
                .filter(buyer -> buyer != null)
                .toList();
        assertThat(sold).hasSizeLessThanOrEqualTo(1);
        inventory.healthy();
        await().untilAsserted(() -> assertThat(pending(listing)).isEmpty());
        if (sold.isEmpty()) {
            assertThat(status(listing)).isEqualTo("ACTIVE");
            assertThat(ticket.lock).isEqualTo("LISTED");
            assertThat(ticket.holder).isEqualTo(seller.sub);
        } else {
            assertThat(status(listing)).isEqualTo("SOLD");
            assertThat(ticket.holder).isEqualTo(sold.getFirst());
            assertThat(ticket.generation).isEqualTo(2);
        }
    }

    /** As payment does: what has no answer is repeated until it has one. */
    private UUID tries(Random random) {
        var buyer = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            var order = UUID.randomUUID();
            var opened = answered(() -> checkout(listing, order, buyer));
            if (opened.status() != 200) {
                continue;
            }
            long fence = opened.body().get("fence").asLong();
            if (random.nextInt(3) == 0) {
                if (answered(() -> confirm(listing, order, fence, buyer)).status() == 200) {
                    return buyer;
                }
            } else {
                answered(() -> abandon(listing, order, fence));
            }
        }
        return null;
    }

    private static Answer answered(Callable<Answer> call) {
        return await().until(call, answer -> answer.status() != 503);
    }

    private static <T> List<T> atOnce(int many, IntFunction<T> what) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, many)
                    .<Callable<T>>mapToObj(n -> () -> what.apply(n))
                    .toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
