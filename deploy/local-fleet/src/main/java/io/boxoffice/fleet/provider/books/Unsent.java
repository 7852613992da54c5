package io.boxoffice.fleet.provider.books;

import io.boxoffice.fleet.standalone.Position;

/** An event that has not been delivered, and where its line lies. */
public record Unsent(String eventId, Position position) {}
