package io.boxoffice.payment.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Amounts have two decimals; so have the currencies we take. */
public final class Money {
    private static final int DECIMALS = 2;

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

    /** Whether amounts in this currency have two decimals. */
    public static boolean isSupported(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits() == DECIMALS;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
