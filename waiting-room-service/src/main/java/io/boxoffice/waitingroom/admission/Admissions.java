package io.boxoffice.waitingroom.admission;

import io.boxoffice.waitingroom.WaitingRoomProperties;
import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import io.boxoffice.waitingroom.token.AccessTokenSigner;
import io.boxoffice.waitingroom.token.QueueToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Turns an admission into a session with an access token. */
@Service
public class Admissions {
    private final LuaScript claim;
    private final LuaScript keepToken;
    private final AccessTokenSigner signer;
    private final Duration lasts;

    Admissions(LuaScripts scripts, AccessTokenSigner signer, WaitingRoomProperties properties) {
        this.claim = scripts.named("admission/claim");
        this.keepToken = scripts.named("admission/keep-token");
        this.signer = signer;
        this.lasts = properties.accessTokenTtl();
    }

    /** The access of an admitted fan, the same at every call; empty when the admission is over or another device's. */
    public Optional<Access> claim(QueueToken place) {
        var claimed = claim.run(place.event(), place.entry(), place.session(), lasts.toMillis());
        if (!claimed.word(0).equals("CLAIMED")) {
            return Optional.empty();
        }
        var expires = Instant.ofEpochMilli(claimed.number(1));
        var kept = claimed.word(2);
        return kept.isEmpty() ? firstToken(place, expires) : Optional.of(new Access(kept, expires));
    }

    /** ES256 signatures differ each time, so the first one is kept; of two calls at once both answer that one. */
    private Optional<Access> firstToken(QueueToken place, Instant expires) {
        var kept = keepToken.run(place.event(), place.entry(), place.session(), signer.sign(place, expires, lasts));
        return kept.word(0).equals("KEPT") ? Optional.of(new Access(kept.word(1), expires)) : Optional.empty();
    }
}
