package io.boxoffice.fleet.provider.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boxoffice.fleet.provider.SimulatorProperties;
import io.boxoffice.fleet.provider.books.RequestKey;
import jakarta.servlet.http.HttpServletRequest;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Recognises a repeated request. */
class Idempotency {
    private static final int LONGEST_KEY = 255;

    private final SecretKeySpec secret;

    Idempotency(SimulatorProperties properties) {
        this.secret = new SecretKeySpec(properties.secretKey().getBytes(UTF_8), "HmacSHA256");
    }

    @Nullable
    RequestKey keyOf(HttpServletRequest request, Form form) {
        var key = request.getHeader("Idempotency-Key");
        if (key == null || key.isBlank()) {
            return null;
        }
        if (key.length() > LONGEST_KEY) {
            throw StripeRefusal.invalid(null, null, "The idempotency key is longer than 255 characters.");
        }
        return new RequestKey(key, fingerprint(request.getMethod() + request.getRequestURI() + form.canonical()));
    }

    private String fingerprint(String request) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(request.getBytes(UTF_8)), 12));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
