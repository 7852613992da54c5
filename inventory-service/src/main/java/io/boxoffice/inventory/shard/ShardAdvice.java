package io.boxoffice.inventory.shard;

import io.boxoffice.common.web.ProblemBodies;
import io.boxoffice.common.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A database that is away closes its own events alone, and only for a while. Registered before the general advice. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class ShardAdvice {
    private static final Logger log = LoggerFactory.getLogger(ShardAdvice.class);

    private final ProblemBodies problems;

    ShardAdvice(ProblemBodies problems) {
        this.problems = problems;
    }

    /** A transaction whose end could not be told counts as well: its key or order makes the repeat safe. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class,
        Moved.class
    })
    void away(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        log.atWarn()
                .addKeyValue("path", request.getRequestURI())
                .addKeyValue("cause", failure.getMessage())
                .log("shard unavailable");
        var problem = new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "shard-unavailable",
                        "The seats of this event cannot be reached at the moment; repeat the request.")
                .retryAfter(Duration.ofSeconds(2));
        problems.write(problem, request, response);
    }
}
