package io.boxoffice.waitingroom.presale;

import io.boxoffice.waitingroom.Bytes;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes as event-service prints them, made another way than it or we do. */
public record Codes(UUID event, byte[] key) {
    private static final String THIRTY_TWO = "0123456789abcdefghijklmnopqrstuv";
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** The codes of an event with a key like no other's. */
    public static Codes of(UUID event) {
        return new Codes(event, Bytes.sha256(Bytes.of(event)));
    }

    /** What event-service says of the key while so many codes are out. */
    public String keyJson(int issued) {
        return "{\"event_id\":\"%s\",\"key\":\"%s\",\"issued\":%d}"
                .formatted(event, Base64.getEncoder().encodeToString(key), issued);
    }

    public String code(int serial) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(Bytes.of(event));
            var sum = mac.doFinal(ByteBuffer.allocate(4).putInt(serial).array());
            var bits =
                    BigInteger.valueOf(serial).shiftLeft(50).or(new BigInteger(1, Arrays.copyOf(sum, 7)).shiftRight(6));
            var text = new StringBuilder();
            "%16s"
                    .formatted(bits.toString(32))
                    .replace(' ', '0')
                    .toLowerCase(Locale.ROOT)
                    .chars()
                    .forEach(letter -> text.append(CROCKFORD.charAt(THIRTY_TWO.indexOf(letter))));
            return text.insert(12, '-').insert(8, '-').insert(4, '-').toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
