package io.boxoffice.inventory.ticket;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * An Ed25519 key pair (RFC 8032) that signs ticket codes.
 *
 * @param proofSecret from which the rotating proofs of those codes follow
 */
record TicketKey(String kid, PrivateKey secret, PublicKey open, SecretKey proofSecret) {
    private static final String ALGORITHM = "Ed25519";
    private static final String PROOF_ALGORITHM = "HmacSHA256";
    private static final int RAW_BYTES = 32;
    private static final int KID_BYTES = 9;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    static TicketKey generate() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            var hash = MessageDigest.getInstance("SHA-256").digest(raw(pair.getPublic()));
            return new TicketKey(
                    BASE64.encodeToString(Arrays.copyOf(hash, KID_BYTES)),
                    pair.getPrivate(),
                    pair.getPublic(),
                    KeyGenerator.getInstance(PROOF_ALGORITHM).generateKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From PKCS #8 and X.509 encodings, and the bytes of the proofs' secret. */
    static TicketKey stored(String kid, byte[] secret, byte[] open, byte[] proofSecret) {
        try {
            var keys = KeyFactory.getInstance(ALGORITHM);
            return new TicketKey(
                    kid,
                    keys.generatePrivate(new PKCS8EncodedKeySpec(secret)),
                    keys.generatePublic(new X509EncodedKeySpec(open)),
                    new SecretKeySpec(proofSecret, PROOF_ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ticket key " + kid + " is broken", e);
        }
    }

    /** The public key as a JWK has it: base64url of its 32 bytes. */
    String x() {
        return BASE64.encodeToString(raw(open));
    }

    private static byte[] raw(PublicKey key) {
        var encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - RAW_BYTES, encoded.length);
    }

    byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean verifies(byte[] message, byte[] signed) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(open);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
