package io.boxoffice.waitingroom.admission;

import io.boxoffice.waitingroom.WaitingRoomProperties;
import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import io.boxoffice.waitingroom.token.AccessTokenSigner;
import io.boxoffice.waitingroom.token.QueueToken;
import java.time.Duration;
import java.time.Instant;
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

    /**
     * The access of an admitted fan, the same at every call.
     *
     * @param cleared no clearance is needed, or a good one was shown
     */
    public Claim claim(QueueToken place, boolean cleared) {
        var claimed = claim.run(place.event(), place.entry(), place.session(), lasts.toMillis(), cleared ? 1 : 0);
        return switch (claimed.word(0)) {
            case "CLAIMED" -> access(place, Instant.ofEpochMilli(claimed.number(1)), claimed.word(2));
            case "CHALLENGE" -> new Claim.ChallengeFirst();
            default -> new Claim.Over();
        };
    }

    /** One whose key was revoked since is no use to the fan, and is replaced; the session goes on as long as it would have. */
    private Claim access(QueueToken place, Instant expires, String kept) {
        return kept.isEmpty() || !signer.isVerifiable(kept)
                ? newToken(place, expires, kept)
                : new Claim.Claimed(new Access(kept, expires));
    }

    /** ES256 signatures differ each time, so the first one is kept; of two calls at once both answer that one. */
    private Claim newToken(QueueToken place, Instant expires, String replaced) {
        var kept = keepToken.run(
                place.event(), place.entry(), place.session(), signer.sign(place, expires, lasts), replaced);
        return kept.word(0).equals("KEPT") ? new Claim.Claimed(new Access(kept.word(1), expires)) : new Claim.Over();
    }
}
