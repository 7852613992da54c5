package io.boxoffice.payment.pricing;

import io.boxoffice.common.web.ProblemException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.springframework.http.HttpStatus;

/** Amounts have two decimals; so have the currencies we take. */
public final class Money {
    private static final int DECIMALS = 2;
    private static final BigDecimal MOST = new BigDecimal("99999999.99");

    private Money() {}

    /** Rounds half up, as every fee and tax is. */
    public static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /**
     * The same amount with two decimals.
     *
     * @throws IllegalArgumentException if it has more
     */
    public static BigDecimal exact(BigDecimal amount) {
        if (amount.stripTrailingZeros().scale() > DECIMALS) {
            throw new IllegalArgumentException("Write an amount with at most two decimals.");
        }
        return rounded(amount);
    }

    /**
     * The same amount with two decimals, as one that can be paid.
     *
     * @throws IllegalArgumentException if it has more, or is not above 0, or beyond what can be kept
     */
    public static BigDecimal payable(BigDecimal amount) {
        var exact = exact(amount);
        if (exact.signum() <= 0 || exact.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("Send an amount above 0 and below 100 million.");
        }
        return exact;
    }

    /**
     * Only currencies with two decimals are taken.
     *
     * @throws ProblemException 422 {@code currency-unsupported}
     */
    public static void requireSupported(String currency) {
        if (!isSupported(currency)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "currency-unsupported",
                    "Only currencies with two decimals can be paid.");
        }
    }

    /** Whether amounts in this currency have two decimals. */
    static boolean isSupported(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits() == DECIMALS;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
