package io.boxoffice.fleet.mail;

import io.boxoffice.fleet.standalone.Position;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is kept in memory of a message: enough to find it. The rest is on disk. */
record IndexEntry(long key, Position position, String from, String to, String subject, String messageId, boolean read) {

    static IndexEntry of(Summary message, Position position) {
        return new IndexEntry(
                keyOf(message.id()),
                position,
                message.from() == null ? "" : searchable(List.of(message.from())),
                searchable(message.to()),
                message.subject().toLowerCase(Locale.ROOT),
                message.messageId().toLowerCase(Locale.ROOT),
                message.read());
    }

    static String idOf(long key) {
        return Long.toString(key, Character.MAX_RADIX);
    }

    /** The key in an id, or one that no message has. */
    static long keyOf(String id) {
        try {
            return Long.parseLong(id, Character.MAX_RADIX);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    String id() {
        return idOf(key);
    }

    IndexEntry asRead() {
        return new IndexEntry(key, position, from, to, subject, messageId, true);
    }

    private static String searchable(List<Address> addresses) {
        return addresses.stream()
                .map(address -> address.name().isEmpty() ? address.address() : address.name() + " " + address.address())
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }
}
