package io.boxoffice.waitingroom.model;

import static io.boxoffice.waitingroom.model.Violation.unless;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold whatever the model says, of what Redis has and has told so far. */
final class History {
    private final Set<String> once = new HashSet<>();
    private final Map<Long, Long> scores = new HashMap<>();
    private final Map<Long, Place.State> states = new HashMap<>();
    private final Map<Long, Long> lowest = new HashMap<>();
    private final List<Long> admissions = new ArrayList<>();
    private int taken;
    private long joinsTold;
    private int fastest = 1;

    /** After a loss numbers are left out, and the same may happen again. */
    void startOver(Snapshot now) {
        once.clear();
        scores.clear();
        states.clear();
        lowest.clear();
        taken = now.active().size();
        joinsTold = now.counter("joins", 0) - now.counter("in_second", 0);
    }

    /**
     * @param clock what Redis takes for the time, in milliseconds
     * @param micros the time that has really passed
     * @param fastest the rate in force; no stretch of time is looked at over which it changed
     */
    void look(Snapshot now, long clock, long micros, int fastest, int places) {
        if (fastest != this.fastest) {
            this.fastest = fastest;
            admissions.clear();
        }
        consistent(now, clock);
        placesStay(now);
        overIsOver(now);
        toldOnce(now);
        joinsAreTold(now);
        inOrder(now);
        unless(
                now.active().size() <= Math.max(places, taken),
                "%d on the site, places for %d",
                now.active().size(),
                places);
        taken = now.active().size();
        now.told().stream()
                .filter(message -> message.get("what").equals("EntryAdmitted"))
                .forEach(_ -> admissions.add(micros));
        neverFasterThanTheRate();
    }

    /** What holds even while fans come back after a loss. */
    static void consistent(Snapshot now, long clock) {
        oneLivePlaceEach(now, clock);
        setsAndRecordsAgree(now);
    }

    private static void oneLivePlaceEach(Snapshot now, long millis) {
        var live = new HashSet<Integer>();
        for (var place : now.places().values()) {
            unless(!place.isLive(millis) || live.add(place.fan), "fan %d has two places", place.fan);
        }
    }

    private static void setsAndRecordsAgree(Snapshot now) {
        for (var place : now.places().values()) {
            unless(
                    now.queue().containsKey(place.number) == (place.state == Place.State.QUEUED),
                    "queue and record: %s",
                    place);
            unless(now.lobby().containsKey(place.number) == place.inLobby(), "lobby and record: %s", place);
            unless(now.active().containsKey(place.number) == place.isIn(), "active and record: %s", place);
        }
        for (var in : now.active().entrySet()) {
            var place = now.places().get(in.getKey());
            unless(place.deadline == in.getValue(), "active %d and record: %s", in.getValue(), place);
        }
        var used = new HashSet<Long>();
        for (long score : now.queue().values()) {
            unless(used.add(score) || score == now.behindLobby(), "two at one score: %s", now.queue());
        }
    }

    private void placesStay(Snapshot now) {
        for (var place : now.places().values()) {
            if (place.state == Place.State.QUEUED) {
                var before = scores.putIfAbsent(place.number, place.score);
                unless(before == null || before == place.score, "moved from %s: %s", before, place);
            }
        }
    }

    private void overIsOver(Snapshot now) {
        for (var place : now.places().values()) {
            var before = states.put(place.number, place.state);
            boolean legal = before == null
                    || before == place.state
                    || switch (before) {
                        case QUEUED -> !place.inLobby() && place.state != Place.State.SHOPPING;
                        case LOBBY -> !place.isIn();
                        case LEASED -> !place.waits() && !place.inLobby();
                        case SHOPPING -> place.state == Place.State.EXPIRED || place.state == Place.State.LEFT;
                        case ABANDONED -> !place.isIn() && !place.inLobby();
                        case LOBBY_ABANDONED -> !place.isIn();
                        case EXPIRED -> place.reason.equals("purchased");
                        case LEFT -> false;
                    };
            unless(legal, "from %s: %s", before, place);
            unless(place.waits() || place.isIn() || !place.reason.isEmpty(), "over, nobody knows why: %s", place);
        }
    }

    private void toldOnce(Snapshot now) {
        for (var message : now.told()) {
            var what = message.get("what");
            if (List.of("EntryAdmitted", "EntryExpired", "SessionEnded", "SessionSuperseded")
                    .contains(what)) {
                var key = what + message.get("n") + (what.startsWith("Session") ? "/" + message.get("session") : "");
                unless(once.add(key), "told twice: %s", message);
            }
        }
    }

    private void joinsAreTold(Snapshot now) {
        for (var message : now.told()) {
            if (message.get("what").equals("EntryJoined")) {
                joinsTold += Long.parseLong(message.get("joins"));
                unless(
                        joinsTold == Long.parseLong(message.get("last")),
                        "%d joins told, the last is %s",
                        joinsTold,
                        message);
            }
        }
        long joins = now.counter("joins", 0);
        unless(joinsTold + now.counter("in_second", 0) == joins, "joins told: %d of %d", joinsTold, joins);
    }

    /** Whoever was let in stood before all who still wait. */
    private static void inOrder(Snapshot now) {
        long last = 0;
        for (var message : now.told()) {
            if (message.get("what").equals("EntryAdmitted")) {
                long score = Long.parseLong(message.get("score"));
                unless(score > last || score == last && score == now.behindLobby(), "overtaken: %s", now.told());
                last = score;
            }
        }
        long highest = last;
        unless(
                last == 0
                        || now.queue().values().stream()
                                .allMatch(waiting ->
                                        waiting > highest || waiting == highest && highest == now.behindLobby()),
                "overtaken at %d: %s",
                last,
                now);
    }

    /** Over any stretch of time at most the rate, and one second's worth. */
    private void neverFasterThanTheRate() {
        if (admissions.isEmpty()) {
            return;
        }
        for (int first = 0; first < admissions.size(); first++) {
            long stretch = Math.max(0, admissions.getLast() - admissions.get(first));
            double most = Math.max(1, fastest / 60.0) + stretch * (fastest / 60_000_000.0);
            unless(
                    admissions.size() - first <= most + 0.001,
                    "%d let in within %d µs",
                    admissions.size() - first,
                    stretch);
        }
    }

    /** A fan is never told to be further behind, unless others came back to places before it. */
    void ahead(Place place, long ahead) {
        var before = lowest.put(place.number, ahead);
        unless(before == null || ahead <= before, "%d ahead, told %d before: %s", ahead, before, place);
    }

    /** Somebody took up a place again. */
    void cameBack() {
        lowest.replaceAll((_, ahead) -> ahead + 1);
    }
}
