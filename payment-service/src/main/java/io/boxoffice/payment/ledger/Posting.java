package io.boxoffice.payment.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One transaction of the ledger: positive lines are debits, negative ones credits, and their sum is zero. */
record Posting(Kind kind, String cause, String currency, Refs refs, List<Line> lines) {

    enum Kind {
        CAPTURE,
        REFUND,
        PAYOUT_DUE
    }

    /** What it is about. */
    record Refs(
            @Nullable UUID orderId,
            @Nullable UUID refundId,
            @Nullable UUID payoutId) {}

    record Line(Account account, BigDecimal amount) {}

    Posting {
        var sum = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() != 0) {
            throw new IllegalArgumentException(cause + " does not balance by " + sum);
        }
        lines = List.copyOf(lines);
    }

    static Posting of(Kind kind, String cause, String currency, Refs refs) {
        return new Posting(kind, cause, currency, refs, List.of());
    }

    /** The same with {@code amount} moved from one account to another. */
    Posting moving(BigDecimal amount, Account from, Account to) {
        var more = new ArrayList<>(lines);
        add(more, to, amount);
        add(more, from, amount.negate());
        return new Posting(kind, cause, currency, refs, more);
    }

    /** An account has one line. */
    private static void add(List<Line> lines, Account account, BigDecimal amount) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).account() == account) {
                lines.set(i, new Line(account, lines.get(i).amount().add(amount)));
                return;
            }
        }
        lines.add(new Line(account, amount));
    }
}
