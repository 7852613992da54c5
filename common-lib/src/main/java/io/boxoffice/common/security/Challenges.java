package io.boxoffice.common.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.boxoffice.common.web.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Lets through whom fraud-service did not ask anything of, asks the others for a clearance, and turns blocked accounts away.
 * It decides from what was heard and signed: no call is made but for keys, and without keys a fan is challenged, not locked out.
 */
public final class Challenges {
    private final Clearances clearances;
    private final RiskVerdicts verdicts;
    private final MeterRegistry metrics;

    Challenges(Clearances clearances, RiskVerdicts verdicts, MeterRegistry metrics) {
        this.clearances = clearances;
        this.verdicts = verdicts;
        this.metrics = metrics;
    }

    /** The step that a clearance is for; in lower case on the wire. */
    public enum Purpose {
        @JsonProperty("join")
        JOIN,
        @JsonProperty("hold")
        HOLD,
        @JsonProperty("order")
        ORDER;

        /** The word on the wire. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is to be done with an account. */
    public enum Verdict {
        ALLOW,
        CHALLENGE,
        BLOCK
    }

    /** What {@code boxoffice.risk} said last of this account within the last hour; ALLOW when it said nothing. */
    public Verdict verdictOn(UUID user) {
        return verdicts.on(user);
    }

    /** Whether this is a good clearance for that step; without a device it must have been given without one. */
    public boolean isCleared(
            @Nullable String clearance, Purpose purpose, UUID event, UUID user, @Nullable String deviceId) {
        return isClearedFor(clearance, purpose, event, user, DeviceHash.of(deviceId));
    }

    /** The same where only the hash of the device is known, as {@link DeviceHash} makes it. */
    public boolean isClearedFor(@Nullable String clearance, Purpose purpose, UUID event, UUID user, String deviceHash) {
        return clearances.isGood(clearance, purpose, event, user, deviceHash);
    }

    /**
     * Applies a verdict at one step.
     *
     * @throws ProblemException 403 {@code account-blocked}; 403 {@code challenge-required} for CHALLENGE without a clearance
     */
    public void require(
            Verdict verdict,
            Purpose purpose,
            UUID event,
            UUID user,
            @Nullable String deviceId,
            @Nullable String clearance) {
        switch (verdict) {
            case ALLOW -> count("allow", purpose);
            case BLOCK -> {
                count("block", purpose);
                throw blocked();
            }
            case CHALLENGE -> {
                var cleared = isCleared(clearance, purpose, event, user, deviceId);
                count(cleared ? "cleared" : "challenge", purpose);
                if (!cleared) {
                    throw required(purpose);
                }
            }
        }
    }

    /** 403 {@code account-blocked}, for steps that judge by themselves. */
    public static ProblemException blocked() {
        return new ProblemException(
                HttpStatus.FORBIDDEN, "account-blocked", "This account is blocked; support can tell why and lift it.");
    }

    private static ProblemException required(Purpose purpose) {
        return new ProblemException(
                        HttpStatus.FORBIDDEN,
                        "challenge-required",
                        "Solve a challenge for this purpose and repeat the request with its X-Clearance.")
                .with("purpose", purpose.word())
                .with("types", List.of("pow"));
    }

    private void count(String decision, Purpose purpose) {
        metrics.counter("boxoffice.bot.decisions", "decision", decision, "layer", purpose.word())
                .increment();
    }
}
