package io.boxoffice.inventory.hold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request for a hold as it goes into a group: everything that needs no lock has been done.
 *
 * @param traceparent the trace its message belongs to
 */
record Bid(
        HoldRequest request,
        Admitted admitted,
        SeatChoice choice,
        @Nullable String traceparent) {

    private record OfEvent(UUID event, String what, Object id) {}

    UUID event() {
        return request.event();
    }

    /** Seats that must be looked at. */
    Stream<Spot> spots() {
        return switch (choice) {
            case SeatChoice.Named named -> Stream.concat(named.seats().stream(), named.around().stream());
            case SeatChoice.Picked picked -> picked.seats().stream();
            case SeatChoice.Places _, SeatChoice.Nothing _ -> Stream.empty();
        };
    }

    /** Seats that it wants and no others will do. */
    List<Spot> wanted() {
        return switch (choice) {
            case SeatChoice.Named named -> named.seats();
            case SeatChoice.Picked picked -> picked.seats();
            case SeatChoice.Places _, SeatChoice.Nothing _ -> List.of();
        };
    }

    /** No two requests that share any of these are placed at the same time. */
    Collection<Object> touches() {
        var touched = new ArrayList<Object>();
        wanted().forEach(seat -> touched.add(seat.seatId()));
        var key = request.idempotent();
        touched.add(new OfEvent(event(), "key " + key.sub(), key.key()));
        touched.add(new OfEvent(event(), "user", admitted.user()));
        if (admitted instanceof Admitted.Fan fan) {
            touched.add(new OfEvent(event(), "limit", fan.limitKey()));
            if (fan.session() != null) {
                touched.add(new OfEvent(event(), "session", fan.session()));
            }
        }
        return touched;
    }
}
