package io.boxoffice.analytics.figure;

/** Everything that is counted per event; what is drawn over time is counted per minute too. */
public enum Metric {
    TICKETS(true),
    REVENUE(true),
    PLACED(true),
    CONFIRMED(false),
    DECLINED(false),
    /** Of the declined: those whose seats went back on sale. */
    DECLINED_FOR_GOOD(false),
    EXPIRED(false),
    VOIDED(false),
    REFUNDED(false),
    JOINED(true),
    ADMITTED(true),
    HELD(false),
    FUNNEL_ORDERED(false),
    FUNNEL_CONFIRMED(false),
    FUNNEL_CAPTURED(false),
    SCANNED(true),
    WAIT_MILLIS(false),
    /** Labelled with the bucket's number, see {@link WaitBuckets}. */
    WAIT_BUCKET(false),
    QUEUE_ABANDONED(false),
    QUEUE_EXPIRED(false),
    CHALLENGED(false),
    SOLVED(false),
    BLOCKED(false),
    REFUNDS(false),
    REFUND_AMOUNT(false),
    LISTED(false),
    RESOLD(true);

    private final boolean perMinute;

    Metric(boolean perMinute) {
        this.perMinute = perMinute;
    }

    public boolean perMinute() {
        return perMinute;
    }
}
