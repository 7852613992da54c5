package io.boxoffice.fraud.challenge;

import io.boxoffice.fraud.key.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Makes puzzles of ALTCHA v1: the salt carries the expiry, the signature says that the puzzle is ours. */
@Component
class PuzzleMaker {
    private static final String MAC = "HmacSHA256";
    private static final int SALT_BYTES = 12;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final int maxnumber;

    PuzzleMaker(SigningKeys keys, ChallengeProperties properties) {
        this.key = new SecretKeySpec(
                Base64.getDecoder()
                        .decode(keys.load("challenge", PuzzleMaker::newKey).getFirst()),
                MAC);
        this.maxnumber = properties.maxnumber();
    }

    Puzzle make(Instant expires) {
        var bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        // the last & keeps digits of the number from being read as part of the expiry
        var salt = HexFormat.of().formatHex(bytes) + "?expires=" + expires.getEpochSecond() + "&";
        var challenge = hash(salt, random.nextInt(maxnumber + 1));
        return new Puzzle("SHA-256", challenge, salt, maxnumber, sign(challenge));
    }

    /** SHA-256(salt + number), in hex. */
    static String hash(String salt, long number) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((salt + number).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sign(String challenge) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(challenge.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String newKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
