package io.boxoffice.e2e.demo;

import io.boxoffice.auditor.rule.Verdict;
import io.boxoffice.e2e.check.Checker;
import java.io.IOException;
import java.time.Duration;

/** Waits, within bounds, for what follows a sale: captures, messages, mails. */
final class Settling {

    private static final Duration USUALLY = Duration.ofSeconds(120);
    private static final Duration AFTER_KILLS = Duration.ofSeconds(300);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private static final int LOOKS = 3;

    private final Checker checker;
    private final Duration most;

    Settling(Checker checker, boolean afterKills) {
        this.checker = checker;
        this.most = afterKills ? AFTER_KILLS : USUALLY;
    }

    /** What is wrong for a moment only, such as a late message on its way, is no violation: it is looked at again. */
    Verdict judge() throws IOException, InterruptedException {
        Verdict verdict = checker.check();
        for (int look = 1; look < LOOKS && verdict.broken() > 0; look++) {
            Thread.sleep(LOOK_EVERY);
            verdict = checker.check();
        }
        return verdict;
    }

    /** Whether everything came to rest in time. */
    boolean await(ProgressDisplay progress) throws IOException, InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (true) {
            Checker.Unrest unrest = checker.unrest();
            if (unrest.none()) {
                return true;
            }
            if (System.nanoTime() > end) {
                return false;
            }
            progress.say("Coming to rest: %d orders, refunds and listings open, %d messages unsent, %d mails to come"
                    .formatted(unrest.open(), unrest.unsent(), unrest.mails()));
            Thread.sleep(LOOK_EVERY);
        }
    }
}
