package io.boxoffice.fleet.provider.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.boxoffice.fleet.provider.books.Ids;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fault waiting to strike.
 *
 * @param probability chance to strike a request it matches
 * @param times how often it may still strike
 * @param match what must be true of the request; keys {@code payment_intent} and {@code metadata.<name>}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        String id,
        Operation operation,
        Effect effect,
        @Nullable String declineCode,
        @Nullable Long delayMs,
        double probability,
        int times,
        Map<String, String> match) {
    static final String METADATA = "metadata.";

    /** What the control API is asked for; what is missing takes the default. */
    record Request(
            @Nullable Operation operation,
            @Nullable Effect effect,
            @Nullable String declineCode,
            @Nullable Long delayMs,
            @Nullable Double probability,
            @Nullable Integer times,
            @Nullable Map<String, String> match) {

        Fault toFault() {
            if (operation == null || effect == null) {
                throw new BadFault("operation and effect are required");
            }
            return new Fault(
                    Ids.next("flt_"),
                    operation,
                    effect,
                    declineCode,
                    delayMs,
                    probability == null ? 1 : probability,
                    times == null ? 1 : times,
                    match == null ? Map.of() : match);
        }
    }

    /** Refuses a fault that could never do what it says. */
    public Fault {
        require(effect.canStrike(operation), effect.wire() + " cannot strike " + operation.wire());
        require(declineCode == null || effect == Effect.DECLINE, "decline_code belongs to effect decline");
        require(delayMs == null || delayMs >= 0, "delay_ms must not be negative");
        require(probability > 0 && probability <= 1, "probability must be above 0 and at most 1");
        require(times > 0, "times must be positive");
        for (var key : match.keySet()) {
            require(key.equals("payment_intent") || key.startsWith(METADATA), "match knows no " + key);
        }
    }

    /** How long it holds a request, unless it says so itself. */
    public Duration delayOr(Duration otherwise) {
        return delayMs == null ? otherwise : Duration.ofMillis(delayMs);
    }

    boolean matches(Operation what, Target target) {
        return operation == what
                && match.entrySet().stream()
                        .allMatch(wanted -> wanted.getValue().equals(target.value(wanted.getKey())));
    }

    Fault struckOnce() {
        return new Fault(id, operation, effect, declineCode, delayMs, probability, times - 1, match);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new BadFault(message);
        }
    }
}
