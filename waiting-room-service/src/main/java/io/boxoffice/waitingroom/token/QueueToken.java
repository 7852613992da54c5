package io.boxoffice.waitingroom.token;

import io.boxoffice.waitingroom.Bytes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a queue token says: all that is needed to find an entry, and to make it again should Redis lose it.
 *
 * @param entry the entry's number in its event's line
 * @param session raised whenever another device takes over
 * @param kind what {@code score} is
 * @param score the place, in microseconds, or the join index of a lobby fan
 * @param secretHash base64url(SHA-256(secret)), as sent when joining
 * @param deviceHash base64url(SHA-256(device id))
 */
public record QueueToken(
        UUID event, UUID fan, long entry, int session, Kind kind, long score, String secretHash, String deviceHash) {
    static final int BYTES = 16 + 16 + 8 + 4 + 1 + 8 + 32 + 32;

    /** Where the place comes from. */
    public enum Kind {
        /** The score is known since the join. */
        QUEUED,
        /** The draw makes the score of the join index. */
        LOBBY
    }

    /** The entry's public id. */
    public UUID entryId() {
        return EntryIds.of(event, entry);
    }

    /** The token of the same fan, device and secret for an entry that took this one's place. */
    public QueueToken at(long otherEntry, int otherSession, Kind otherKind, long otherScore) {
        return new QueueToken(event, fan, otherEntry, otherSession, otherKind, otherScore, secretHash, deviceHash);
    }

    /** Whether {@code secret}, as a client sends it, is the one whose hash was sent when joining. */
    public boolean provedBy(@Nullable String secret) {
        var bytes = Bytes.fromBase64(secret == null ? "" : secret);
        return bytes.isPresent()
                && MessageDigest.isEqual(
                        Bytes.sha256(bytes.get()), Bytes.fromBase64(secretHash).orElseThrow());
    }

    byte[] toBytes() {
        return ByteBuffer.allocate(BYTES)
                .put(Bytes.of(event))
                .put(Bytes.of(fan))
                .putLong(entry)
                .putInt(session)
                .put((byte) kind.ordinal())
                .putLong(score)
                .put(Bytes.fromBase64(secretHash).orElseThrow())
                .put(Bytes.fromBase64(deviceHash).orElseThrow())
                .array();
    }

    static QueueToken fromBytes(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        return new QueueToken(
                new UUID(in.getLong(), in.getLong()),
                new UUID(in.getLong(), in.getLong()),
                in.getLong(),
                in.getInt(),
                in.get() == 0 ? Kind.QUEUED : Kind.LOBBY,
                in.getLong(),
                hash(in),
                hash(in));
    }

    private static String hash(ByteBuffer in) {
        var bytes = new byte[32];
        in.get(bytes);
        return Bytes.toBase64(bytes);
    }
}
