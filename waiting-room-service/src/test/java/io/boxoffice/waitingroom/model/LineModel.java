package io.boxoffice.waitingroom.model;

import static java.util.Comparator.comparingLong;

import io.boxoffice.waitingroom.model.Place.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The line as it is meant: a list of places, and what each event does to it. What it tells is collected in {@link #told} for
 * comparison with the outbox. It knows no sorted sets, members or keys, and looks at every place each time.
 */
final class LineModel {
    final NavigableMap<Long, Place> places = new TreeMap<>();
    final List<String> told = new ArrayList<>();
    /** The access token kept for a session. */
    final Map<String, String> tokens = new HashMap<>();

    /** How often somebody took up an abandoned place again. */
    int returns;

    private final Setting setting;
    private final Set<Integer> usedSerials = new HashSet<>();
    private final Map<Integer, Place> latest = new HashMap<>();

    long micros = Setting.START * 1_000;
    long joins;
    long lastScore;
    long lobbyJoins;
    /** How many the closed lobby had; −1 while it was not closed. */
    long lobbySize = -1;

    long opened;
    long filled;

    private boolean soldOut;
    private long soldOutSaid;
    int ended;
    long endedSaid;
    /** When the event begins, once the line was told. */
    private long begins = Long.MAX_VALUE;

    long wordSaid;
    /** Fans come back until then, and nobody is let in. */
    private long recovering;

    String mode = "AUTO";
    int rate;
    int most;

    LineModel(Setting setting) {
        this.setting = setting;
        this.rate = setting.rate();
        this.most = setting.places();
    }

    long now() {
        return micros / 1_000;
    }

    // ---- fans

    Answer join(long opens, long closes, int fan, int device, int serial, boolean cleared) {
        closeLobby(opens);
        if (closed() != null || now() >= closes) {
            return Answer.only("CLOSED");
        }
        boolean coded = serial != -1 && setting.presaleAt() > 0 && now() >= setting.presaleAt() && now() < opens;
        var old = latest.get(fan);
        if (old != null) {
            lapse(old);
            if (old.isLive(now()) && !(coded && old.inLobby())) {
                return again(old, device, cleared);
            }
        }
        boolean intoLobby = now() < opens && !coded;
        if (intoLobby && (lobbySize >= 0 || now() < setting.lobbyOpensAt() || setting.lobbyOpensAt() >= opens)) {
            boolean presale = setting.presaleAt() > 0 && now() >= setting.presaleAt();
            return Answer.only(presale ? "CODE_REQUIRED" : "NOT_OPEN");
        }
        if (coded && serial < 0) {
            return Answer.only("CODE_INVALID");
        }
        if (coded && !usedSerials.add(serial)) {
            return Answer.only("CODE_USED");
        }
        if (old != null && old.isLive(now())) {
            leave(old);
        } else if (old != null) {
            old.deadline = 0;
        }
        return newPlace(fan, device, intoLobby, cleared);
    }

    @Nullable
    Place latest(int fan) {
        return latest.get(fan);
    }

    private Answer newPlace(int fan, int device, boolean intoLobby, boolean cleared) {
        long score = intoLobby ? lobbyJoins++ : (lastScore = Math.max(lastScore + 1, micros));
        var place = new Place(++joins, fan, device, intoLobby ? State.LOBBY : State.QUEUED, score, cleared);
        places.put(place.number, place);
        latest.put(fan, place);
        place.seen(now());
        return Answer.of("NEW", place, ahead(place), size(), true);
    }

    private Answer again(Place place, int device, boolean cleared) {
        boolean intervalIsNew = place.canReturn(now());
        if (place.canReturn(now())) {
            comeBack(place);
        }
        var outcome = "SAME";
        if (place.device != device) {
            outcome = "TAKEN_OVER";
            intervalIsNew = true;
            if (place.isIn()) {
                tell("SessionSuperseded", place);
            }
            place.session++;
            place.device = device;
            place.cleared = false;
        }
        place.cleared |= cleared;
        intervalIsNew = place.waits() && (intervalIsNew || place.isDue(now()));
        if (intervalIsNew) {
            place.seen(now());
        }
        return Answer.of(outcome, place, ahead(place), size(), intervalIsNew);
    }

    Answer poll(long opens, @Nullable Place place, int fan, int session, long position) {
        closeLobby(opens);
        if (place == null || place.fan != fan || session > place.session) {
            return Answer.only("UNKNOWN");
        }
        if (session < place.session) {
            return Answer.of("SUPERSEDED", place, 0, size(), false);
        }
        lapse(place);
        boolean returns = place.canReturn(now());
        if (returns && closed() != null) {
            end(place, State.EXPIRED, closed(), "EntryExpired");
        } else if (returns) {
            comeBack(place);
        }
        if (!place.waits()) {
            return Answer.of("KNOWN", place, 0, size(), false);
        }
        if (!returns && place.isTooSoon(now())) {
            return Answer.only("TOO_SOON");
        }
        long ahead = ahead(place);
        if (place.state == State.LOBBY && lobbySize >= 0 && position >= 0) {
            ahead = readyInOrder().size() + Math.max(0, position - filled);
        }
        place.seen(now());
        return Answer.of("KNOWN", place, ahead, size(), true);
    }

    /** An open stream is as good as polling as told. */
    Answer watch(long opens, @Nullable Place place, int fan, int session) {
        closeLobby(opens);
        if (place == null || place.fan != fan || session > place.session) {
            return Answer.only("UNKNOWN");
        }
        if (session < place.session) {
            return Answer.of("SUPERSEDED", place, 0, size(), false);
        }
        lapse(place);
        boolean returns = place.canReturn(now()) && closed() == null;
        if (returns) {
            comeBack(place);
        }
        if (place.waits() && (returns || place.isOverdue(now()))) {
            place.seen(now());
        }
        return Answer.of("KNOWN", place, ahead(place), size(), false);
    }

    String leave(@Nullable Place place, int fan, int session) {
        if (place == null || place.fan != fan || place.session < session) {
            return "UNKNOWN";
        }
        if (place.session > session) {
            return "NOTHING";
        }
        lapse(place);
        if (place.isIn()) {
            end(place, State.LEFT, "left", "SessionEnded");
        } else if (place.isLive(now())) {
            leave(place);
        } else {
            return "NOTHING";
        }
        return "LEFT";
    }

    private void leave(Place place) {
        boolean waited = place.waits();
        place.state = State.LEFT;
        place.reason = "left";
        if (waited) {
            tell("EntryAbandoned", place);
        }
    }

    private void comeBack(Place place) {
        place.state = place.state == State.ABANDONED ? State.QUEUED : State.LOBBY;
        place.reason = "";
        returns++;
    }

    // ---- sessions

    String claim(Place place, int session, boolean passes) {
        if (place.session != session || lapse(place) || !place.isIn()) {
            return "NOT_ADMITTED";
        }
        if (place.state == State.LEASED) {
            if (!passes && !place.cleared) {
                return "CHALLENGE";
            }
            place.state = State.SHOPPING;
            place.deadline = Math.ceilDiv(now() + Setting.SESSION, 1_000) * 1_000;
        }
        return "CLAIMED";
    }

    /** The first token of a session stays. */
    String keep(Place place, String token) {
        return tokens.computeIfAbsent(session(place), _ -> token);
    }

    static String session(Place place) {
        return place.number + "/" + place.session;
    }

    String bought(Place place, int session) {
        if (place.session != session) {
            return "NOTHING";
        }
        lapse(place);
        if (place.isIn()) {
            end(place, State.LEFT, "purchased", "SessionEnded");
            return "ENDED";
        }
        if (place.state == State.EXPIRED && place.reason.equals("access-expired")) {
            place.state = State.LEFT;
            place.reason = "purchased";
        }
        return "NOTHING";
    }

    private boolean lapse(Place place) {
        if (!place.isIn() || place.deadline > now()) {
            return false;
        }
        if (place.state == State.LEASED) {
            end(place, State.EXPIRED, "not-claimed", "EntryExpired");
        } else {
            end(place, State.EXPIRED, "access-expired", "SessionEnded", "EntryExpired");
        }
        return true;
    }

    private void end(Place place, State state, String reason, String... messages) {
        place.state = state;
        place.reason = reason;
        for (var message : messages) {
            tell(message, place);
        }
    }

    // ---- instances

    /** So many come to the head of the line: the present are let in, the silent passed over. */
    List<Place> admit(long opens, int count) {
        closeLobby(opens);
        var ready = readyInOrder();
        var heads = List.copyOf(ready.subList(0, Math.min(count, ready.size())));
        for (var place : heads) {
            if (place.isGone(now(), setting.patience())) {
                abandon(place);
            } else {
                place.state = State.LEASED;
                place.deadline = now() + place.lease(now(), Setting.LEASE);
                tell("EntryAdmitted", place);
            }
        }
        return heads;
    }

    boolean isOpen() {
        return closed() == null && !mode.equals("PAUSED") && now() >= recovering;
    }

    /** Most that may come in a minute: the controller goes up to its ceiling, and half of those let in may not come. */
    int fastest() {
        return switch (mode) {
            case "PAUSED" -> 1;
            case "MANUAL" -> rate;
            default -> 2 * setting.ceiling();
        };
    }

    void sweep() {
        places.values().stream()
                .filter(place -> place.waits() && place.isGone(now(), setting.patience()))
                .forEach(this::abandon);
    }

    private void abandon(Place place) {
        place.state = place.state == State.LOBBY ? State.LOBBY_ABANDONED : State.ABANDONED;
        place.reason = "not-polling";
        place.deadline = now() + setting.grace();
        tell("EntryAbandoned", place);
    }

    void expire() {
        places.values().forEach(this::lapse);
    }

    void sendHome(int atMost) {
        if (closed() == null) {
            return;
        }
        inOrder(State.QUEUED).stream().limit(atMost).forEach(this::home);
        places.values().stream()
                .filter(Place::inLobby)
                .sorted(comparingLong(place -> place.score))
                .limit(atMost)
                .forEach(this::home);
    }

    private void home(Place place) {
        if (place.isLive(now())) {
            end(place, State.EXPIRED, closed(), "EntryExpired");
        } else {
            place.state = State.ABANDONED;
        }
    }

    String word(long number, String mode, @Nullable Integer rate, @Nullable Integer most) {
        if (number < wordSaid) {
            return "OLD";
        }
        if (number > wordSaid) {
            told.add("AdmissionRateChanged " + mode);
        }
        wordSaid = number;
        this.mode = mode;
        this.rate = mode.equals("MANUAL") && rate != null ? rate : setting.rate();
        this.most = most == null ? setting.places() : most;
        return "SET";
    }

    String soldOut(long when, boolean soldOut) {
        if (when < soldOutSaid) {
            return "OLD";
        }
        soldOutSaid = when;
        this.soldOut = soldOut;
        return "SET";
    }

    String ended(long version, int reason, long begins) {
        if (version < endedSaid) {
            return "OLD";
        }
        endedSaid = version;
        ended = reason;
        this.begins = begins;
        return "SET";
    }

    /** Why nobody waits here any more. */
    @Nullable
    String closed() {
        return switch (ended) {
            case 7 -> "event-cancelled";
            case 8 -> "event-postponed";
            default -> now() >= begins ? "event-begun" : soldOut ? "sold-out" : null;
        };
    }

    // ---- the lobby

    void closeLobby(long opens) {
        if (lobbySize < 0 && lobbyJoins > 0 && now() >= opens) {
            lobbySize = lobbyJoins;
            opened = Math.max(opens * 1_000, lastScore + 1);
            lastScore = opened + lobbySize;
        }
    }

    String fill(long from, List<Long> indexes) {
        if (lobbySize < 0 || from != filled) {
            return "MOVED";
        }
        for (long index : indexes) {
            places.values().stream()
                    .filter(place -> place.inLobby() && place.score == index)
                    .findFirst()
                    .ifPresent(this::move);
            filled++;
        }
        return "FILLED";
    }

    private void move(Place place) {
        place.state = place.state == State.LOBBY ? State.QUEUED : State.ABANDONED;
        place.score = opened + filled;
    }

    // ---- losses

    /** Takes over what the line knows after a loss; what it may know is checked elsewhere. */
    void takeOver(Snapshot line, Map<Integer, Long> latestNumbers) {
        places.clear();
        places.putAll(line.places());
        latest.clear();
        latestNumbers.forEach((fan, number) -> latest.put(fan, places.get(number)));
        told.clear();
        tokens.keySet()
                .removeIf(session -> !line.tokens().contains(Long.valueOf(session.substring(0, session.indexOf('/')))));
        joins = line.counter("joins", 0);
        lastScore = line.counter("last", 0);
        lobbyJoins = line.counter("lobby_joins", 0);
        lobbySize = line.counter("lobby_n", -1);
        opened = line.counter("opened", 0);
        filled = line.counter("filled", 0);
        soldOut = line.counter("sold", 0) == 1;
        soldOutSaid = line.counter("sold_at", 0);
        ended = (int) line.counter("ended", 0);
        endedSaid = line.counter("ended_version", 0);
        begins = line.counter("begins", Long.MAX_VALUE);
        recovering = line.counter("recovering", 0);
    }

    // ---- order

    List<Place> inOrder(State state) {
        return places.values().stream()
                .filter(place -> place.state == state)
                .sorted(comparingLong(place -> place.score))
                .toList();
    }

    private List<Place> readyInOrder() {
        return inOrder(State.QUEUED).stream()
                .filter(place -> lobbySize < 0 || filled >= lobbySize || place.score < opened + filled)
                .toList();
    }

    private long ahead(Place place) {
        return switch (place.state) {
            case QUEUED ->
                places.values().stream()
                        .filter(Place::waits)
                        .filter(other -> isBefore(other, place))
                        .count();
            case LOBBY -> -1;
            default -> 0;
        };
    }

    /** Presale, then lobby, then late comers. */
    private boolean isBefore(Place other, Place place) {
        return other.state == State.LOBBY
                ? lobbySize >= 0 && filled < lobbySize && place.score >= opened + filled
                : other.score < place.score || other.score == place.score && other.number < place.number;
    }

    /** Where a place is in the whole line; those of an open lobby behind all. */
    long scale(Place place) {
        return place.inLobby() ? Long.MAX_VALUE : place.score;
    }

    long size() {
        return places.values().stream().filter(Place::waits).count();
    }

    private void tell(String what, Place place) {
        told.add("%s %d/%d score %d fan %d '%s'"
                .formatted(what, place.number, place.session, place.score, place.fan, place.reason));
    }
}
