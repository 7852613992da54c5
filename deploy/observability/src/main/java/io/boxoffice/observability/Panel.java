package io.boxoffice.observability;

import java.util.List;

/**
 * One panel of a dashboard.
 *
 * @param title what it answers
 * @param unit Grafana's name of the unit
 * @param queries one line each
 */
public record Panel(String title, String unit, List<Query> queries) {

    /**
     * One line of a panel.
     *
     * @param promql what Prometheus is asked
     * @param legend how the line is called; {@code {{label}}} stands for a label's value
     */
    public record Query(String promql, String legend) {}

    static Panel of(String title, String unit, Query... queries) {
        return new Panel(title, unit, List.of(queries));
    }

    static Query line(String legend, String promql) {
        return new Query(promql, legend);
    }
}
