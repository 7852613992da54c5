package io.boxoffice.e2e.demo;

import io.boxoffice.e2e.client.SupportClient;
import io.boxoffice.e2e.client.http.Reply;
import io.boxoffice.e2e.client.model.Order;
import io.boxoffice.e2e.client.model.Refund;
import io.boxoffice.e2e.client.model.SeatLine;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** A buyer who wants their money back, for all seats or for the first alone, and support that gives it. */
final class Claim {

    private final Sale sale;
    private final SupportClient support;
    private final List<Sale.MailedCode> codes;
    private final boolean all;

    Claim(Sale sale, SupportClient support, List<Sale.MailedCode> codes, boolean all) {
        this.sale = sale;
        this.support = support;
        this.codes = codes;
        this.all = all || codes.size() == 1;
    }

    void settle() throws IOException, InterruptedException {
        Order order = captured(codes.getFirst().order().orderId());
        List<Sale.MailedCode> back = all ? codes : codes.subList(0, 1);
        List<String> seats = all ? List.of() : List.of(seatId(order, back.getFirst()));
        FanPlan plan = codes.getFirst().fan().plan();
        Refund refund = support.refund(order.orderId(), seats, "Cannot come", plan.key())
                .value();
        long patienceEnds = System.nanoTime() + sale.patience().toNanos();
        while (refund.pending() && System.nanoTime() < patienceEnds) {
            plan.think(400, 900);
            refund = support.refund(order.orderId(), refund.refundId()).value();
        }
        if (!refund.status().equals("SUCCEEDED")) {
            sale.notes().surprises().add("refund %s is %s".formatted(refund.refundId(), refund.status()));
            return;
        }
        sale.tally().refunds.increment();
        back.forEach(code -> sale.dead().put(code.ticketId(), "refunded"));
    }

    /** Only money that was taken can go back. */
    private Order captured(UUID id) throws IOException, InterruptedException {
        FanPlan plan = codes.getFirst().fan().plan();
        long patienceEnds = System.nanoTime() + sale.patience().toNanos();
        while (System.nanoTime() < patienceEnds) {
            if (support.order(id) instanceof Reply.Got<Order>(var order, var _)
                    && order.status().equals("CAPTURED")) {
                return order;
            }
            plan.think(400, 900);
        }
        throw new IOException("order " + id + " was not captured in time");
    }

    private static String seatId(Order order, Sale.MailedCode code) {
        return order.items().stream()
                .filter(item -> (item.section() + "/" + item.row() + "/" + item.seatNumber()).equals(code.seat()))
                .map(SeatLine::seatId)
                .findFirst()
                .orElseThrow();
    }
}
