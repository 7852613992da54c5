package io.boxoffice.notification.news;

import io.boxoffice.common.messaging.Incoming;
import io.boxoffice.common.messaging.MessageReader;
import io.boxoffice.notification.delivery.Outbound;
import io.boxoffice.notification.letter.Facts;
import io.boxoffice.notification.letter.Kind;
import io.boxoffice.notification.letter.Owed;
import io.boxoffice.notification.mailing.Mailings;
import io.boxoffice.notification.order.Orders;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Hears {@code boxoffice.orders}. The cause is the natural key: hearing it again owes nothing new. */
@Component
class OrderListener {
    private final MessageReader reader;
    private final Outbound outbound;
    private final Orders orders;
    private final Mailings mailings;
    private final JsonMapper json;

    OrderListener(MessageReader reader, Outbound outbound, Orders orders, Mailings mailings, JsonMapper json) {
        this.reader = reader;
        this.outbound = outbound;
        this.orders = orders;
        this.mailings = mailings;
        this.json = json;
    }

    @KafkaListener(topics = "boxoffice.orders")
    @Transactional
    void hear(ConsumerRecord<String, byte[]> record) {
        reader.read(record).flatMap(OrderListener::news).ifPresent(this::take);
    }

    static Optional<OrderNews> news(Incoming message) {
        return switch (message.name()) {
            case "OrderConfirmed" -> Optional.of(message.as(OrderNews.OrderConfirmed.class));
            case "PaymentCaptured" -> Optional.of(message.as(OrderNews.PaymentCaptured.class));
            case "CaptureFailed" -> Optional.of(message.as(OrderNews.CaptureFailed.class));
            case "OrderRefunded" -> Optional.of(message.as(OrderNews.OrderRefunded.class));
            default -> Optional.empty();
        };
    }

    private void take(OrderNews news) {
        switch (news) {
            case OrderNews.OrderConfirmed confirmed -> confirmed(confirmed);
            case OrderNews.PaymentCaptured paid ->
                outbound.owe(Owed.toBuyer(
                        Kind.RECEIPT, paid.orderId(), paid.eventId(), paid.orderId(), paid.userId(), Facts.NONE));
            case OrderNews.CaptureFailed(var orderId) -> orders.ended(orderId);
            case OrderNews.OrderRefunded refunded -> refunded(refunded);
        }
    }

    private void confirmed(OrderNews.OrderConfirmed order) {
        var cancellation = mailings.cancellationOf(order.eventId());
        var seats = OrderNews.ids(order.items());
        boolean fresh = orders.add(order.orderId(), order.eventId(), order.userId(), seats);
        if (fresh && order.sellerId() != null) {
            orders.soldOn(order.orderId(), order.eventId(), order.sellerId(), seats);
        }
        outbound.owe(letter(Kind.ORDER_CONFIRMED, order, Facts.NONE));
        cancellation.ifPresent(facts -> outbound.owe(letter(Kind.EVENT_CANCELLED, order, facts)));
    }

    private static Owed letter(Kind kind, OrderNews.OrderConfirmed order, String facts) {
        return Owed.toBuyer(kind, order.orderId(), order.eventId(), order.orderId(), order.userId(), facts);
    }

    private void refunded(OrderNews.OrderRefunded refund) {
        if (refund.isOfCancellation()) {
            return;
        }
        var seats = OrderNews.ids(refund.items());
        if (refund.full()) {
            orders.ended(refund.orderId());
        } else {
            orders.givenBack(refund.orderId(), seats);
        }
        var facts = new Facts.Refund(refund.amount(), refund.currency(), seats);
        outbound.owe(Owed.toBuyer(
                Kind.ORDER_REFUNDED,
                refund.refundId(),
                refund.eventId(),
                refund.orderId(),
                refund.userId(),
                json.writeValueAsString(facts)));
    }
}
