package io.boxoffice.waitingroom.model;

import io.boxoffice.waitingroom.model.Calls.End;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How sessions and entries are known to have ended, from what was told: as {@code PastEnds} knows it. */
final class Ends {
    static final End PURCHASED = new End(6, 6);
    private static final End LEFT = new End(6, 5);
    private static final End TIME_UP = new End(4, 2);
    private static final End NOT_CLAIMED = new End(4, 1);
    private static final End SUPERSEDED = new End(-1, 0);

    private final Map<String, End> ends = new HashMap<>();

    void hear(List<Map<String, String>> told) {
        for (var message : told) {
            var session = message.get("n") + "/" + message.get("session");
            var entry = message.get("n");
            switch (message.get("what") + " " + message.get("reason")) {
                case "SessionEnded purchased" -> ends.put(session, PURCHASED);
                case "SessionEnded left" -> ends.put(session, LEFT);
                case "SessionEnded access-expired" -> ends.put(session, TIME_UP);
                case "EntryAbandoned left" -> ends.put(entry, LEFT);
                case "EntryExpired not-claimed" -> ends.put(entry, NOT_CLAIMED);
                case String other when other.startsWith("SessionSuperseded") -> ends.put(session, SUPERSEDED);
                default -> {
                    // not the end of anything
                }
            }
        }
    }

    void bought(Token token) {
        ends.put(token.number() + "/" + token.session(), PURCHASED);
    }

    @Nullable
    End of(Token token) {
        var session = ends.get(token.number() + "/" + token.session());
        return session != null ? session : ends.get(String.valueOf(token.number()));
    }
}
