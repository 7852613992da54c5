package io.boxoffice.payment.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One listing goes to one buyer, whoever and however many want it or work on its order. */
class ResaleRaceIT extends ResaleFixture {
    @Autowired
    private OrderSaga saga;

    @Test
    void manyBuyersOfOneListingGetItOnce() throws Exception {
        var listing = purchaser().listing;
        var answers = atOnce(() -> new Purchaser(UUID.randomUUID(), listing).purchases(VISA));
        var sold = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(sold).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("listing-gone"));
        settles(sold.getFirst().orderId(), listing, "CAPTURED");
    }

    @Test
    void manyWhoGoOnWithOneOrderMakeEachChangeOnce() throws Exception {
        var buyer = purchaser();
        var order = DeadOrder.of(jdbc, buyer.listing, buyer.sub, VISA);
        atOnce(() -> {
            saga.advance(order.id);
            return order;
        });
        settles(order.left(), buyer.listing, "CAPTURED");
    }

    private static <T> List<T> atOnce(Callable<T> what) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Stream.generate(() -> what).limit(8).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
