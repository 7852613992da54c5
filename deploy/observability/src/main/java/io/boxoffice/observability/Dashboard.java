package io.boxoffice.observability;

import java.util.List;

/**
 * A page of panels.
 *
 * @param uid its name in Grafana's addresses
 * @param title its name for people
 * @param rows from top to bottom
 */
public record Dashboard(String uid, String title, List<Row> rows) {

    /**
     * Panels under one heading, four beside each other.
     *
     * @param title the heading
     * @param panels from left to right
     */
    public record Row(String title, List<Panel> panels) {}
}
