package io.boxoffice.waitingroom.token;

import io.boxoffice.waitingroom.Bytes;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Names admission sessions. The same entry and session number give the same id, also when admitted again after a fault. */
@Component
public class SessionIds {
    private static final int BYTES = 16 + 8 + 4;

    private final SecretKey key;

    SessionIds(KeyRing<SecretKey> sessionKeys) {
        this.key = sessionKeys.signing();
    }

    /** The id, a UUID of version 8 (RFC 9562: contents of our own). */
    public UUID of(UUID event, long entry, int session) {
        var hash = key.sign(ByteBuffer.allocate(BYTES)
                .put(Bytes.of(event))
                .putLong(entry)
                .putInt(session)
                .array());
        var bits = ByteBuffer.wrap(hash);
        return new UUID(
                (bits.getLong() & ~0xF000L) | 0x8000L, 0x8000000000000000L | (bits.getLong() & 0x3FFFFFFFFFFFFFFFL));
    }
}
