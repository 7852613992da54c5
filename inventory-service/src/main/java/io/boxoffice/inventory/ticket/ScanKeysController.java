package io.boxoffice.inventory.ticket;

import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ScanKeysController {
    private static final CacheControl FIVE_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    /** A JWK set (RFC 7517, RFC 8037). */
    record ScanKeys(List<Key> keys) {
        record Key(String kty, String crv, String kid, String x, String use, String alg) {}
    }

    private final TicketKeys keys;

    ScanKeysController(TicketKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/api/v1/scan-keys")
    ResponseEntity<ScanKeys> scanKeys() {
        var published = keys.all().stream()
                .map(key -> new ScanKeys.Key("OKP", "Ed25519", key.kid(), key.x(), "sig", "EdDSA"))
                .toList();
        return ResponseEntity.ok().cacheControl(FIVE_MINUTES).body(new ScanKeys(published));
    }
}
