package io.boxoffice.analytics.report;

import io.boxoffice.analytics.event.KnownEvent;
import io.boxoffice.analytics.figure.Metric;
import io.boxoffice.analytics.figure.WaitBuckets;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;

/** The totals of one event; what was never counted is zero. */
record Totals(Map<Totals.Key, BigDecimal> values) {
    record Key(Metric metric, String label) {}

    Summary summary(KnownEvent event, Instant now) {
        return new Summary(
                event.eventId(),
                event.name(),
                event.currency(),
                now,
                count(Metric.TICKETS),
                money(Metric.REVENUE, event),
                new Summary.Orders(
                        count(Metric.PLACED),
                        count(Metric.CONFIRMED),
                        count(Metric.DECLINED),
                        count(Metric.EXPIRED),
                        count(Metric.VOIDED),
                        count(Metric.REFUNDED)),
                checkoutSuccessRate(),
                new Summary.Funnel(
                        count(Metric.JOINED),
                        count(Metric.ADMITTED),
                        count(Metric.HELD),
                        count(Metric.FUNNEL_ORDERED),
                        count(Metric.FUNNEL_CONFIRMED),
                        count(Metric.FUNNEL_CAPTURED),
                        count(Metric.SCANNED)),
                waits(),
                new Summary.Queue(count(Metric.QUEUE_ABANDONED), count(Metric.QUEUE_EXPIRED)),
                new Summary.Bots(count(Metric.CHALLENGED), count(Metric.SOLVED), count(Metric.BLOCKED)),
                new Summary.Refunds(count(Metric.REFUNDS), money(Metric.REFUND_AMOUNT, event)),
                new Summary.Resale(count(Metric.LISTED), count(Metric.RESOLD)));
    }

    private BigDecimal checkoutSuccessRate() {
        long confirmed = count(Metric.CONFIRMED);
        return ratio(
                BigDecimal.valueOf(confirmed),
                confirmed + count(Metric.DECLINED_FOR_GOOD) + count(Metric.EXPIRED) + count(Metric.VOIDED),
                4);
    }

    private Summary.Wait waits() {
        var buckets = new long[WaitBuckets.size()];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = value(Metric.WAIT_BUCKET, Integer.toString(i)).longValue();
        }
        var seconds = value(Metric.WAIT_MILLIS, "").movePointLeft(3);
        return new Summary.Wait(
                ratio(seconds, count(Metric.ADMITTED), 3),
                rounded(WaitBuckets.quantile(0.50, buckets)),
                rounded(WaitBuckets.quantile(0.95, buckets)));
    }

    private static BigDecimal rounded(double seconds) {
        return BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_UP);
    }

    private static BigDecimal ratio(BigDecimal part, long all, int decimals) {
        return all == 0
                ? BigDecimal.ZERO.setScale(decimals)
                : part.divide(BigDecimal.valueOf(all), decimals, RoundingMode.HALF_UP);
    }

    private long count(Metric metric) {
        return value(metric, "").longValue();
    }

    /** Money in another currency than the event's is counted apart and never mixed in. */
    private BigDecimal money(Metric metric, KnownEvent event) {
        return value(metric, event.currency()).setScale(2, RoundingMode.HALF_UP);
    }

    private BigDecimal value(Metric metric, String label) {
        return values.getOrDefault(new Key(metric, label), BigDecimal.ZERO);
    }
}
