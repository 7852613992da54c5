package io.boxoffice.waitingroom.model;

import io.boxoffice.waitingroom.model.Place.State;
import io.boxoffice.waitingroom.redis.Reply;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What {@code model/look.lua} found, read by code that shares nothing with the scripts. */
record Snapshot(
        Map<Long, Long> queue,
        Map<Long, Long> lobby,
        Map<Long, Long> active,
        Map<String, String> line,
        NavigableMap<Long, Place> places,
        List<Map<String, String>> told,
        List<Long> tokens) {
    private static final List<String> REASONS = List.of(
            "",
            "not-claimed",
            "access-expired",
            "sold-out",
            "not-polling",
            "left",
            "purchased",
            "event-cancelled",
            "event-postponed",
            "event-begun");

    static Snapshot of(Reply look) {
        var queue = scores(look.list(1));
        var lobby = scores(look.list(2));
        return new Snapshot(
                queue,
                lobby,
                scores(look.list(3)),
                pairs(look.list(4)),
                places(look.list(5), queue, lobby),
                told(look.list(6)),
                tokens(look.list(7)));
    }

    /** The one score that fans may share: after a loss, those of the lobby whom its draw does not know. */
    long behindLobby() {
        return counter("lobby_n", -1) < 0 ? -1 : counter("opened", 0) + counter("lobby_n", 0);
    }

    long counter(String field, long otherwise) {
        var value = line.get(field);
        return value == null ? otherwise : Long.parseLong(value);
    }

    private static Map<Long, Long> scores(Reply members) {
        var scores = new TreeMap<Long, Long>();
        for (int i = 0; i < members.size(); i += 2) {
            long number = 0;
            for (byte b : members.bytes(i)) {
                number = number << 8 | b & 0xFF;
            }
            scores.put(number, members.number(i + 1));
        }
        return scores;
    }

    private static Map<String, String> pairs(Reply list) {
        var pairs = new HashMap<String, String>();
        for (int i = 0; i < list.size(); i += 2) {
            pairs.put(list.word(i), list.word(i + 1));
        }
        return pairs;
    }

    private static List<Map<String, String>> told(Reply messages) {
        var told = new ArrayList<Map<String, String>>();
        for (int i = 0; i < messages.size(); i++) {
            told.add(pairs(messages.list(i).list(1)));
        }
        return told;
    }

    private static List<Long> tokens(Reply keys) {
        var tokens = new ArrayList<Long>();
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.word(i);
            tokens.add(Long.valueOf(key.substring(key.lastIndexOf(':') + 1)));
        }
        tokens.sort(null);
        return tokens;
    }

    private static NavigableMap<Long, Place> places(Reply hashes, Map<Long, Long> queue, Map<Long, Long> lobby) {
        var places = new TreeMap<Long, Place>();
        for (int key = 0; key < hashes.size(); key++) {
            var records = hashes.list(key);
            for (int i = 0; i < records.size(); i += 2) {
                long number = key * 100L + records.number(i);
                places.put(number, place(number, ByteBuffer.wrap(records.bytes(i + 1)), queue, lobby));
            }
        }
        return places;
    }

    private static Place place(long number, ByteBuffer raw, Map<Long, Long> queue, Map<Long, Long> lobby) {
        int bits = raw.get();
        long polled = big(raw, 3);
        int step = raw.get() & 0xFF;
        raw.getLong();
        int fan = (int) raw.getLong();
        int device = raw.getInt();
        int session = (bits & 32) != 0 ? raw.getInt() : 1;
        int reason = 0;
        long deadline = 0;
        long score = queue.getOrDefault(number, lobby.getOrDefault(number, -1L));
        if ((bits & 64) != 0) {
            reason = raw.get();
            score = big(raw, 7);
            deadline = big(raw, 6);
        }
        return new Place(number, fan, device, State.values()[(bits & 15) - 1], score, (bits & 16) != 0)
                .with(REASONS.get(reason), session, deadline, polled, step);
    }

    private static long big(ByteBuffer raw, int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | raw.get() & 0xFF;
        }
        return value;
    }
}
