package io.boxoffice.fleet.provider.fault;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands before every call and lets a fault strike it. */
public class FaultGate {
    private static final Logger log = LoggerFactory.getLogger(FaultGate.class);
    private static final Duration DELAY = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Faults faults;
    private final Connections connections;

    FaultGate(Faults faults, Connections connections) {
        this.faults = faults;
        this.connections = connections;
    }

    /** What became of a call. */
    public sealed interface Passed<T> {
        /** It was answered. */
        record Answered<T>(T answer) implements Passed<T> {}

        /** The caller gets an internal error, whether or not anything happened. */
        record Failed<T>() implements Passed<T> {}

        /** The connection is gone. */
        record Cut<T>() implements Passed<T> {}
    }

    /** Makes a call under the fault that strikes it, if any; the call is handed the decline code to force. */
    public <T> Passed<T> pass(
            Operation operation, Target target, HttpServletRequest request, Function<@Nullable String, T> call) {
        var struck = faults.strike(operation, target);
        if (struck.isEmpty()) {
            return new Passed.Answered<>(call.apply(null));
        }
        var fault = struck.get();
        log.atInfo()
                .addKeyValue("fault", fault.id())
                .addKeyValue("operation", operation.wire())
                .addKeyValue("effect", fault.effect().wire())
                .log("fault strikes");
        return switch (fault.effect()) {
            case DECLINE -> {
                var code = fault.declineCode() == null ? "generic_decline" : fault.declineCode();
                yield new Passed.Answered<>(call.apply(code));
            }
            case DELAY -> {
                pause(fault.delayOr(DELAY));
                yield new Passed.Answered<>(call.apply(null));
            }
            case ERROR_BEFORE -> new Passed.Failed<>();
            case ERROR_AFTER -> {
                var _ = call.apply(null);
                yield new Passed.Failed<>();
            }
            case TIMEOUT_BEFORE -> cut(request, fault.delayOr(TIMEOUT));
            case TIMEOUT_AFTER -> {
                var _ = call.apply(null);
                yield cut(request, fault.delayOr(TIMEOUT));
            }
            case RESET -> cut(request, fault.delayOr(Duration.ZERO));
            case DUPLICATE, REORDER, DROP -> throw new IllegalStateException("only webhooks know " + fault.effect());
        };
    }

    private <T> Passed<T> cut(HttpServletRequest request, Duration after) {
        pause(after);
        connections.reset(request);
        return new Passed.Cut<>();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
