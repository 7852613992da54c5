package io.boxoffice.event.show;

/** Whether and how tickets may be sold on. */
record ResalePolicy(boolean enabled, int maxPricePercent, Payout payout) {

    enum Payout {
        AFTER_EVENT,
        IMMEDIATE
    }
}
