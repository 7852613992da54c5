package io.boxoffice.waitingroom.token;

import io.boxoffice.waitingroom.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes and reads queue tokens: {@code <key id>.<content>.<HMAC-SHA256 over both>}. The same place gives the same token. */
@Component
public class QueueTokens {
    private static final int LONGEST = 512;

    private final KeyRing<SecretKey> keys;

    QueueTokens(KeyRing<SecretKey> queueKeys) {
        this.keys = queueKeys;
    }

    public String write(QueueToken token) {
        var key = keys.signing();
        var signed = key.id() + "." + Bytes.toBase64(token.toBytes());
        return signed + "." + Bytes.toBase64(mac(key, signed));
    }

    /** The token that was read from {@code text}, by the key that signs now. */
    public String renewed(@Nullable String text, QueueToken token) {
        return text != null && text.startsWith(keys.signing().id() + ".") ? text : write(token);
    }

    /** The token's content; empty for one that is missing, cut, changed or of nobody's making. */
    public Optional<QueueToken> read(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        var parts = text.split("\\.", -1);
        return parts.length != 3 ? Optional.empty() : keys.find(parts[0]).flatMap(key -> read(key, parts));
    }

    private static Optional<QueueToken> read(SecretKey key, String[] parts) {
        // compared as text: two spellings of the same bytes are two tokens
        var expected = Bytes.toBase64(mac(key, parts[0] + "." + parts[1]));
        if (!MessageDigest.isEqual(ascii(expected), ascii(parts[2]))) {
            return Optional.empty();
        }
        return Bytes.fromBase64(parts[1])
                .filter(bytes -> bytes.length == QueueToken.BYTES)
                .map(QueueToken::fromBytes);
    }

    private static byte[] mac(SecretKey key, String signed) {
        return key.sign(ascii(signed));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
