package io.boxoffice.draw;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The values a draw is made of: seed, commitment, leaves, key. */
public final class Draw {

    /** What the published document calls the whole procedure. */
    public static final String ALGORITHM = "boxoffice-draw-1";

    /** Stands in the leaf of a join index that nobody has. */
    public static final UUID NOBODY = new UUID(0, 0);

    private static final byte LEAF = 0x00;

    private Draw() {}

    /** A new secret, shown when the draw is held. */
    public static byte[] newSeed() {
        var seed = new byte[Sha256.LENGTH];
        new SecureRandom().nextBytes(seed);
        return seed;
    }

    /** What is published of the seed before anybody joins. */
    public static byte[] commitment(byte[] seed) {
        return Sha256.digest().digest(seed);
    }

    /** One participant: the hash of an RFC 6962 leaf that holds event, join index and user. */
    public static byte[] leaf(UUID event, long joinIndex, UUID user) {
        var data = ByteBuffer.allocate(1 + 16 + 8 + 16)
                .put(LEAF)
                .putLong(event.getMostSignificantBits())
                .putLong(event.getLeastSignificantBits())
                .putLong(joinIndex)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits());
        return Sha256.digest().digest(data.array());
    }

    /** The key of the permutation: nobody knows it before the root is final, and the seed was fixed before the first leaf. */
    public static byte[] key(byte[] seed, byte[] root, String beacon) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            mac.update(root);
            return mac.doFinal(beacon.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
