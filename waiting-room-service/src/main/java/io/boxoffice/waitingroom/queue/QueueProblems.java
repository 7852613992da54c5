package io.boxoffice.waitingroom.queue;

import io.boxoffice.common.web.ProblemException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpStatus;

/** The refusals of the queue. */
public final class QueueProblems {
    private QueueProblems() {}

    static ProblemException eventNotFound() {
        return new ProblemException(HttpStatus.NOT_FOUND, "event-not-found", "There is no such event on sale.");
    }

    static ProblemException notOpen(Instant opensAt) {
        return new ProblemException(
                        HttpStatus.CONFLICT, "queue-not-open", "The queue opens with the sale; come back then.")
                .with("opens_at", opensAt);
    }

    static ProblemException codeRequired() {
        return presaleCode("required", "The sale is open to holders of a presale code now; send it as presale_code.");
    }

    static ProblemException codeInvalid() {
        return presaleCode("invalid", "This is no presale code of this event; check it for typing mistakes.");
    }

    static ProblemException codeUsed() {
        return presaleCode("used", "This presale code has been used.");
    }

    private static ProblemException presaleCode(String what, String detail) {
        return new ProblemException(HttpStatus.FORBIDDEN, "presale-code-" + what, detail);
    }

    static ProblemException closed(String why) {
        return new ProblemException(HttpStatus.GONE, "queue-closed", why);
    }

    public static ProblemException tokenInvalid() {
        return new ProblemException(
                HttpStatus.UNAUTHORIZED,
                "queue-token-invalid",
                "Send the queue_token of this event's queue as X-Queue-Token, or join again.");
    }

    static ProblemException secretWrong() {
        return new ProblemException(
                HttpStatus.FORBIDDEN,
                "queue-secret-wrong",
                "Send as X-Queue-Secret the secret whose hash was sent when joining.");
    }

    static ProblemException pollTooSoon(Duration wait) {
        return new ProblemException(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "poll-too-soon",
                        "Poll as poll_after_seconds says; your place is kept.")
                .retryAfter(wait);
    }
}
