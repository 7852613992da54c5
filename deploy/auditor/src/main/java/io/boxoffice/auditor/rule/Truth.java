package io.boxoffice.auditor.rule;

import java.util.Map;
import java.util.Set;

/**
 * Everything known about one event behind the API, read once.
 *
 * @param terms how the event is sold
 * @param inventory seats and tickets, each shard as of one moment
 * @param payments orders and money, as of one moment
 * @param resale listings, as of one moment
 * @param books what the payment provider says
 * @param heard what the topics carry
 * @param unsent what the outboxes still hold; read together with what it tells of, and before the topics
 */
public record Truth(
        Terms terms, Inventory inventory, Payments payments, Resale resale, Books books, Told heard, Told unsent) {

    /**
     * How an event is sold.
     *
     * @param ticketLimit how many tickets one fan may have
     * @param queued whether there is a waiting room
     * @param capacities the seats of each section, by the venue's plan
     * @param toldFromTheStart whether the topics are known from the event's beginning on
     */
    public record Terms(int ticketLimit, boolean queued, Map<String, Integer> capacities, boolean toldFromTheStart) {}

    /** Seats that are changing hands at this moment: an order of them, or a refund, has not come to its end. */
    Set<String> inMotion() {
        return payments.inMotion();
    }
}
