package io.boxoffice.observability;

import static io.boxoffice.observability.Panel.line;

import java.util.List;

/** The control room of an on-sale: every figure that the business, the queue and the machine room watch, on one page. */
public final class OnSaleDashboard {

    private OnSaleDashboard() {}

    /** The rows from top to bottom. */
    public static Dashboard dashboard() {
        return new Dashboard(
                "boxoffice-on-sale",
                "Boxoffice: on-sale control room",
                List.of(business(), queue(), technical(), money()));
    }

    private static Dashboard.Row business() {
        return new Dashboard.Row(
                "Business",
                List.of(
                        Panel.of(
                                "Tickets sold per minute",
                                "short",
                                line(
                                        "{{section}}",
                                        "sum by (section) (rate(boxoffice_tickets_sold_total{event_id=~\"$event\"}[1m])) * 60")),
                        Panel.of(
                                "Checkout success rate",
                                "percentunit",
                                line("confirmed", "boxoffice:checkout_success:ratio5m")),
                        Panel.of(
                                "Average wait",
                                "s",
                                line(
                                        "average",
                                        "sum(rate(boxoffice_queue_wait_seconds_sum{event_id=~\"$event\"}[5m])) / (sum(rate(boxoffice_queue_wait_seconds_count{event_id=~\"$event\"}[5m])) > 0)"),
                                line(
                                        "95 of 100",
                                        "histogram_quantile(0.95, sum by (le) (rate(boxoffice_queue_wait_seconds_bucket{event_id=~\"$event\"}[5m])))")),
                        Panel.of(
                                "Bot decisions per second",
                                "ops",
                                line(
                                        "{{layer}} {{decision}}",
                                        "sum by (layer, decision) (rate(boxoffice_bot_decisions_total[1m]))"))));
    }

    private static Dashboard.Row queue() {
        return new Dashboard.Row(
                "Queue",
                List.of(
                        Panel.of(
                                "Queue length",
                                "short",
                                line("waiting", "max by (event_id) (boxoffice_queue_length{event_id=~\"$event\"})")),
                        Panel.of(
                                "Let in per minute",
                                "short",
                                line(
                                        "admitted",
                                        "sum by (event_id) (rate(boxoffice_queue_admissions_total{event_id=~\"$event\"}[1m])) * 60"),
                                line("rate", "max by (event_id) (boxoffice_admission_rate{event_id=~\"$event\"})")),
                        Panel.of(
                                "Decisions about the rate",
                                "short",
                                line(
                                        "{{decision}}",
                                        "sum by (decision) (increase(boxoffice_admission_decisions_total[1m]))")),
                        Panel.of(
                                "Left the line per minute",
                                "short",
                                line(
                                        "abandoned",
                                        "sum by (event_id) (rate(boxoffice_queue_abandoned_total{event_id=~\"$event\"}[1m])) * 60")),
                        Panel.of(
                                "Error of the wait told at the join",
                                "percentunit",
                                line(
                                        "average",
                                        "sum(rate(boxoffice_queue_wait_estimate_error_ratio_sum{event_id=~\"$event\"}[5m])) / (sum(rate(boxoffice_queue_wait_estimate_error_ratio_count{event_id=~\"$event\"}[5m])) > 0)")),
                        Panel.of(
                                "Orders that ended, per second",
                                "ops",
                                line("{{outcome}}", "sum by (outcome) (rate(boxoffice_checkouts_total[1m]))"))));
    }

    private static Dashboard.Row technical() {
        return new Dashboard.Row(
                "Machine room",
                List.of(
                        Panel.of(
                                "Latency",
                                "s",
                                line("p50 {{job}}", quantile("0.5")),
                                line("p95 {{job}}", quantile("0.95")),
                                line("p99 {{job}}", quantile("0.99"))),
                        Panel.of("Requests per second", "reqps", line("{{job}}", "job:http_requests:rate5m")),
                        Panel.of("Error rate", "percentunit", line("{{job}}", "job:http_errors:ratio5m")),
                        Panel.of(
                                "Database time, average",
                                "s",
                                line(
                                        "{{shard}}",
                                        "sum by (shard) (rate(boxoffice_db_query_seconds_sum[1m])) / (sum by (shard) (rate(boxoffice_db_query_seconds_count[1m])) > 0)")),
                        Panel.of(
                                "Cache hit rate",
                                "percentunit",
                                line(
                                        "{{job}} {{layer}}",
                                        "sum by (job, layer) (rate(boxoffice_cache_requests_total{result=\"hit\"}[5m])) / (sum by (job, layer) (rate(boxoffice_cache_requests_total[5m])) > 0)"),
                                line("any layer", "boxoffice:cache_hits:ratio5m")),
                        Panel.of("CPU", "percentunit", line("{{job}}", "max by (job) (process_cpu_usage)")),
                        Panel.of("Database errors", "percentunit", line("{{job}}", "job:database_errors:ratio5m")),
                        Panel.of("Outbox lag", "s", line("{{job}}", "max by (job) (boxoffice_outbox_lag_seconds)"))));
    }

    private static Dashboard.Row money() {
        return new Dashboard.Row(
                "Money and correctness",
                List.of(
                        Panel.of(
                                "Payments per second",
                                "ops",
                                line("{{outcome}}", "sum by (outcome) (rate(boxoffice_payments_total[1m]))")),
                        Panel.of(
                                "Payment failures",
                                "percentunit",
                                line("failed", "boxoffice:payment_failures:ratio5m")),
                        Panel.of("Orders stuck", "short", line("stuck", "max(boxoffice_orders_stuck)")),
                        Panel.of(
                                "Invariants broken",
                                "short",
                                line(
                                        "invariant {{invariant}}",
                                        "sum by (invariant) (boxoffice_invariant_violations_total)"))));
    }

    private static String quantile(String share) {
        return "histogram_quantile(%s, sum by (job, le) (rate(http_server_requests_seconds_bucket[1m])))"
                .formatted(share);
    }
}
