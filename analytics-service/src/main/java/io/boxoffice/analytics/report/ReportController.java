package io.boxoffice.analytics.report;

import io.boxoffice.analytics.event.KnownEvent;
import io.boxoffice.analytics.event.KnownEvents;
import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of an event, for its organiser and for ops. */
@RestController
@RequestMapping("/api/v1/analytics/events/{eventId}")
class ReportController {
    private final KnownEvents events;
    private final Reports reports;
    private final Clock clock;

    ReportController(KnownEvents events, Reports reports, Clock clock) {
        this.events = events;
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping("/summary")
    @Operation(summary = "Everything of an event up to now: sales, funnel, waits, bots, refunds, resale")
    Summary summary(@PathVariable UUID eventId, Caller caller) {
        var event = visible(eventId, caller);
        return reports.totals(eventId).summary(event, clock.instant());
    }

    @GetMapping("/timeseries")
    @Operation(summary = "One metric over time, at most 1,000 points; steps in which nothing happened are zero")
    Timeseries timeseries(
            @PathVariable UUID eventId,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "tickets",
                                                "revenue",
                                                "joins",
                                                "admissions",
                                                "orders",
                                                "scans",
                                                "resale"
                                            }))
                    @RequestParam
                    String metric,
            @Parameter(
                            description = "By default an hour before the end",
                            schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "By default now", schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            defaultValue = "1m",
                                            allowableValues = {"1m", "5m", "1h"}))
                    @RequestParam(defaultValue = "1m")
                    String step,
            Caller caller) {
        var series = Series.of(metric)
                .orElseThrow(() -> Problems.invalid(
                        "/metric", "One of tickets, revenue, joins, admissions, orders, scans, resale."));
        var span = Span.of(from, to, step, clock.instant());
        return reports.over(span, visible(eventId, caller), series);
    }

    private KnownEvent visible(UUID eventId, Caller caller) {
        return events.find(eventId)
                .filter(event -> caller.has("OPS") || event.organizerId().equals(caller.sub()))
                .orElseThrow(Problems::notFound);
    }
}
