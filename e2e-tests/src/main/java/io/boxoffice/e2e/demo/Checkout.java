package io.boxoffice.e2e.demo;

import io.boxoffice.e2e.client.AccessPass;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.http.Problem;
import io.boxoffice.e2e.client.http.Reply;
import io.boxoffice.e2e.client.model.Hold;
import io.boxoffice.e2e.client.model.Order;
import io.boxoffice.e2e.client.model.Quote;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.UUID;

/** From a hold to an order: quote, pay, and again with the next card where one was declined. */
final class Checkout {

    /** How it ended. */
    sealed interface End {

        /** The seats are the fan's. */
        record Bought(Order order, BigDecimal quoted) implements End {}

        /** The hold lapsed: the fan may choose again. */
        record HoldGone() implements End {}

        /** No card worked, or the platform said a last no. */
        record GivenUp() implements End {}
    }

    private final Sale sale;
    private final BoxofficeClient client;
    private final AccessPass pass;
    private final FanPlan plan;

    Checkout(Sale sale, BoxofficeClient client, AccessPass pass, FanPlan plan) {
        this.sale = sale;
        this.client = client;
        this.pass = pass;
        this.plan = plan;
    }

    End pay(Hold hold) throws IOException, InterruptedException {
        for (String card : plan.cards()) {
            Reply<Quote> quote = client.quote(sale.event(), pass, hold.holdId());
            if (quote instanceof Reply.Refused<Quote>(var problem, var _)) {
                return refused(problem);
            }
            BigDecimal total = quote.value().total();
            plan.think(300, 1_500);
            switch (client.order(sale.event(), pass, hold.holdId(), card, total, plan.key())) {
                case Reply.Got<Order>(var order, var _) -> {
                    Order end = decided(order.orderId(), order);
                    if (end.bought()) {
                        return new End.Bought(end, total);
                    }
                }
                case Reply.Refused<Order>(var problem, var _) -> {
                    switch (problem.code()) {
                        case "order-in-progress" -> {
                            Order end = decided(orderIn(problem));
                            if (end.bought()) {
                                return new End.Bought(end, total);
                            }
                        }
                        case "payment-declined", "price-changed" -> plan.think(300, 1_000);
                        default -> {
                            return refused(problem);
                        }
                    }
                }
            }
            if (!stillHeld(hold)) {
                return new End.GivenUp();
            }
        }
        client.release(sale.event(), hold.holdId());
        return new End.GivenUp();
    }

    private static End refused(Problem problem) {
        return problem.code().equals("hold-expired") ? new End.HoldGone() : new End.GivenUp();
    }

    /** A declined card may or may not have cost the hold; the hold itself knows. */
    private boolean stillHeld(Hold hold) throws IOException, InterruptedException {
        return client.hold(sale.event(), hold.holdId()) instanceof Reply.Got<Hold>(var now, var _)
                && now.status().equals("ACTIVE");
    }

    private Order decided(UUID id) throws IOException, InterruptedException {
        return decided(id, client.order(id).value());
    }

    /** Asks for an order until its end is known, which a killed service may delay by minutes. */
    private Order decided(UUID id, Order order) throws IOException, InterruptedException {
        long patienceEnds = System.nanoTime() + sale.patience().toNanos() * 2;
        while (order.undecided() && System.nanoTime() < patienceEnds) {
            plan.think(800, 1_600);
            order = client.order(id).value();
        }
        if (order.undecided()) {
            sale.tally().error("order-undecided");
        }
        return order;
    }

    private static UUID orderIn(Problem problem) {
        return UUID.fromString(problem.body().path("order_id").asString());
    }
}
