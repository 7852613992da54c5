package io.boxoffice.event.show;

import io.boxoffice.event.venue.VenueSummary;

/** An event with its venue, as readers' answers are made from it. */
record Snapshot(Event event, VenueSummary venue) {}
