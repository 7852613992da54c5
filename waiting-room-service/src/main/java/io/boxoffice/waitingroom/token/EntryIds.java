package io.boxoffice.waitingroom.token;

import io.boxoffice.waitingroom.Bytes;
import java.nio.ByteBuffer;
import java.util.UUID;

/** The public id of an entry, computed rather than stored: a UUID of version 8 (RFC 9562: contents of our own), a hash. */
public final class EntryIds {
    private EntryIds() {}

    /** The id of entry {@code number} in the line of {@code event}. */
    public static UUID of(UUID event, long number) {
        var bits = ByteBuffer.wrap(Bytes.sha256(
                Bytes.of(event), ByteBuffer.allocate(8).putLong(number).array()));
        return new UUID(
                (bits.getLong() & ~0xF000L) | 0x8000L, 0x8000000000000000L | (bits.getLong() & 0x3FFFFFFFFFFFFFFFL));
    }

    /** UUID version 7 of this moment; {@code tail} in place of chance makes it the same each time. */
    public static UUID version7(long millis, byte[] tail) {
        var bits = ByteBuffer.wrap(tail);
        return new UUID(
                (millis << 16) | 0x7000L | (bits.getLong() & 0xFFFL),
                0x8000000000000000L | (bits.getLong() & 0x3FFFFFFFFFFFFFFFL));
    }
}
