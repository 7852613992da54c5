package io.boxoffice.waitingroom.token;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys by which gateway, inventory and payment verify access tokens. */
@RestController
class KeySetController {
    private static final Duration LONGEST_CACHED = Duration.ofMinutes(5);

    private final AccessTokenSigner signer;
    private final Duration cached;

    KeySetController(AccessTokenSigner signer, KeyProperties properties) {
        this.signer = signer;
        // a copy is too old to have a key no longer than half the time before that key signs
        var half = properties.publishAhead().dividedBy(2);
        this.cached = half.compareTo(LONGEST_CACHED) < 0 ? half : LONGEST_CACHED;
    }

    @GetMapping("/.well-known/access-token-jwks.json")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(cached).cachePublic())
                .body(signer.publicKeys().toJSONObject());
    }
}
