package io.boxoffice.inventory.stream;

import io.boxoffice.inventory.availability.Availability;
import io.boxoffice.inventory.follow.Figures;
import io.boxoffice.inventory.follow.Followed;
import io.boxoffice.inventory.follow.Following;
import io.boxoffice.inventory.follow.SeatAt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events as bytes. */
final class Frames {
    /** A comment: says that the stream is alive. */
    static final byte[] HEARTBEAT = bytes(":\n\n");

    private final JsonMapper json;

    Frames(JsonMapper json) {
        this.json = json;
    }

    byte[] snapshot(Followed now) {
        var shown = new Following.Shown(now.version(), now.asOf(), now.sections());
        return event("snapshot", now.version(), Availability.of(now.event(), shown));
    }

    /** These seats as they are now. */
    byte[] delta(Followed now, long from, Collection<SeatAt> seats) {
        Map<String, Figures> counts = new LinkedHashMap<>();
        seats.stream()
                .mapToInt(SeatAt::section)
                .distinct()
                .forEach(section -> counts.put(now.name(section), now.figures(section)));
        var changes = seats.stream()
                .filter(seat -> now.hasLetters(seat.section()))
                .map(seat ->
                        List.<Object>of(now.name(seat.section()), seat.position(), String.valueOf(now.letter(seat))))
                .toList();
        return event("delta", now.version(), new Delta(now.version(), from, changes, counts));
    }

    /** When to come back after the stream has ended. */
    static byte[] retry(Duration after) {
        return bytes("retry: " + after.toMillis() + "\n\n");
    }

    private byte[] event(String name, long id, Object data) {
        return bytes("id: " + id + "\nevent: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
