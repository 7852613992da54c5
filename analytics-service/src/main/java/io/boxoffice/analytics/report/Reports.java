package io.boxoffice.analytics.report;

import io.boxoffice.analytics.event.KnownEvent;
import io.boxoffice.analytics.figure.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the figures of the count that is shown. */
@Repository
class Reports {
    private static final String SHOWN = "generation = (SELECT generation FROM generations WHERE state = 'SERVING')";

    private final JdbcClient jdbc;

    Reports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Totals totals(UUID eventId) {
        var values = new HashMap<Totals.Key, BigDecimal>();
        jdbc.sql("SELECT metric, label, sum(value) AS value FROM totals WHERE " + SHOWN
                        + " AND event_id = ? GROUP BY metric, label")
                .param(eventId)
                .query(row -> {
                    values.put(
                            new Totals.Key(Metric.valueOf(row.getString("metric")), row.getString("label")),
                            row.getBigDecimal("value"));
                });
        return new Totals(values);
    }

    Timeseries over(Span span, KnownEvent event, Series series) {
        var values = new HashMap<Instant, BigDecimal>();
        jdbc.sql("""
                        SELECT date_bin(make_interval(secs => :step), minute, 'epoch') AS start, sum(value) AS value
                        FROM minutes WHERE %s AND event_id = :event AND metric = :metric AND label = :label
                        AND minute >= :from AND minute < :to GROUP BY start""".formatted(SHOWN))
                .param("step", span.step().toSeconds())
                .param("event", event.eventId())
                .param("metric", series.metric().name())
                .param("label", series.isMoney() ? event.currency() : "")
                .param("from", span.from().atOffset(ZoneOffset.UTC))
                .param("to", span.to().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    values.put(row.getObject("start", OffsetDateTime.class).toInstant(), row.getBigDecimal("value"));
                });
        return new Timeseries(
                event.eventId(),
                series.word(),
                series.isMoney() ? event.currency() : null,
                span.word(),
                span.from(),
                span.to(),
                span.starts()
                        .map(start -> new Timeseries.Point(
                                start,
                                values.getOrDefault(start, BigDecimal.ZERO)
                                        .setScale(series.decimals(), RoundingMode.HALF_UP)))
                        .toList());
    }
}
