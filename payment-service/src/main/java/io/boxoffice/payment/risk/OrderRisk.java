package io.boxoffice.payment.risk;

import io.boxoffice.common.security.Challenges;
import io.boxoffice.common.security.Challenges.Purpose;
import io.boxoffice.common.security.Challenges.Verdict;
import io.boxoffice.common.security.InternalCalls;
import io.boxoffice.payment.guard.RemoteGuard;
import io.boxoffice.payment.guard.RemoteGuards;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.stereotype.Component;

/**
 * Lets an order be placed, asks for a clearance first, or refuses. An opinion that does not come in time is as good as
 * CHALLENGE, or as the block that was heard of before: while fraud-service is away, those who have solved a challenge go on.
 */
@Component
public class OrderRisk {
    private static final Logger log = LoggerFactory.getLogger(OrderRisk.class);

    private final RiskCalls fraud;
    private final RemoteGuard guard;
    private final Challenges challenges;
    private final RiskProperties properties;
    private final SimpleAsyncTaskExecutor threads;

    OrderRisk(InternalCalls calls, RemoteGuards guards, Challenges challenges, RiskProperties properties) {
        this.fraud = calls.client("fraud", RiskCalls.class, properties.timeout());
        this.guard = guards.named("fraud");
        this.challenges = challenges;
        this.properties = properties;
        this.threads = new SimpleAsyncTaskExecutor("risk-");
        threads.setVirtualThreads(true);
        threads.setTaskDecorator(new ContextPropagatingTaskDecorator());
    }

    /**
     * Decides about one who wants to order.
     *
     * @throws io.boxoffice.common.web.ProblemException 403 {@code account-blocked, challenge-required}
     */
    public void require(Orderer orderer) {
        if (!properties.enabled()) {
            return;
        }
        var verdict = verdictOn(orderer);
        if (verdict != Verdict.ALLOW) {
            log.atInfo()
                    .addKeyValue("user_id", orderer.userId())
                    .addKeyValue("event_id", orderer.eventId())
                    .addKeyValue("decision", verdict)
                    .log("order not simply allowed");
        }
        challenges.require(
                verdict, Purpose.ORDER, orderer.eventId(), orderer.userId(), orderer.deviceId(), orderer.clearance());
    }

    private Verdict verdictOn(Orderer orderer) {
        var question = new RiskCalls.Question(
                Purpose.ORDER.word(),
                orderer.userId(),
                orderer.eventId(),
                orderer.deviceId(),
                orderer.address(),
                orderer.accountCreatedAt());
        // in a thread of its own, so that the limit holds for connecting, our token and the answer together
        return answer(threads.submit(() -> guard.call(() -> fraud.assess(question))))
                .orElseGet(() -> heardOf(orderer.userId()));
    }

    private Verdict heardOf(UUID userId) {
        return challenges.verdictOn(userId) == Verdict.BLOCK ? Verdict.BLOCK : Verdict.CHALLENGE;
    }

    private Optional<Verdict> answer(Future<RiskCalls.Assessment> asking) {
        try {
            var assessment = asking.get(properties.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return Optional.ofNullable(assessment.decision());
        } catch (TimeoutException | ExecutionException e) {
            log.atWarn().setCause(e).log("fraud gave no answer");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        asking.cancel(true);
        return Optional.empty();
    }
}
