package io.boxoffice.fraud.clearance;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys by which waiting room, inventory and payment verify clearances. */
@RestController
class KeySetController {
    private static final Duration CACHED = Duration.ofMinutes(5);

    private final Map<String, Object> keys;

    KeySetController(ClearanceSigner signer) {
        this.keys = signer.publicKeys().toJSONObject();
    }

    @GetMapping("/.well-known/clearance-jwks.json")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CACHED).cachePublic())
                .body(keys);
    }
}
