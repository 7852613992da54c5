package io.boxoffice.event.pricing;

import io.boxoffice.common.web.ProblemException;
import io.boxoffice.event.form.Faults;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What makes prices and fees. */
public final class PriceRules {
    private static final int DECIMALS = 2;
    private static final BigDecimal HIGHEST = new BigDecimal("99999999.99");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST_SECTION = 50;

    private final Faults faults;

    public PriceRules(Faults faults) {
        this.faults = faults;
    }

    /** Reads {@code pricing_tiers}; whether they fit the venue is for {@link #match} to say. */
    public List<PricingTier> tiers(@Nullable List<@Nullable PricingTierForm> given) {
        var tiers = new ArrayList<PricingTier>();
        if (given == null || given.isEmpty()) {
            faults.add("/pricing_tiers", "A price for every section.");
            return tiers;
        }
        for (int i = 0; i < given.size(); i++) {
            var pointer = "/pricing_tiers/" + i;
            var form = given.get(i);
            if (form == null) {
                faults.add(pointer, "Required.");
                continue;
            }
            var section = faults.text(pointer + "/section", form.section(), LONGEST_SECTION);
            var price = faults.required(pointer + "/price", form.price(), BigDecimal.ZERO);
            tiers.add(new PricingTier(section, amount(pointer + "/price", price, HIGHEST)));
        }
        return tiers;
    }

    /** Checks that there is exactly one price for each section of the venue, and none for another. */
    public void match(List<PricingTier> tiers, List<String> sections) {
        var priced = new HashSet<String>();
        for (int i = 0; i < tiers.size(); i++) {
            var section = tiers.get(i).section();
            var pointer = "/pricing_tiers/" + i + "/section";
            faults.addIf(!sections.contains(section), pointer, "The venue has no such section.");
            faults.addIf(!priced.add(section), pointer, "This section has a price already.");
        }
        for (var section : sections) {
            faults.addIf(!priced.contains(section), "/pricing_tiers", "No price for section " + section + ".");
        }
    }

    /** Reads {@code fees}; what is missing is nought. */
    public Fees fees(@Nullable FeesForm given) {
        var form = given == null ? FeesForm.NONE : given;
        return new Fees(
                orNought("/fees/per_ticket_percent", form.perTicketPercent(), HUNDRED),
                orNought("/fees/per_ticket_fixed", form.perTicketFixed(), HIGHEST),
                orNought("/fees/per_order", form.perOrder(), HIGHEST),
                orNought("/fees/tax_percent", form.taxPercent(), HUNDRED),
                form.taxIncluded() == null || form.taxIncluded());
    }

    /**
     * Refuses what our money type cannot hold.
     *
     * @throws ProblemException 422 {@code currency-unsupported}
     */
    public static void requireSupported(String currency) {
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known ->
                        known.getCurrencyCode().equals(currency) && known.getDefaultFractionDigits() == DECIMALS)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "currency-unsupported",
                    "Use an ISO 4217 currency with two decimals.");
        }
    }

    private BigDecimal orNought(String pointer, @Nullable BigDecimal given, BigDecimal most) {
        return amount(pointer, given == null ? BigDecimal.ZERO : given, most);
    }

    /** Size is looked at first: rescaling a number like 1e999999999 would not end. */
    private BigDecimal amount(String pointer, BigDecimal given, BigDecimal most) {
        if (given.signum() < 0 || given.compareTo(most) > 0) {
            faults.add(pointer, "From 0 to " + most + ".");
            return BigDecimal.ZERO;
        }
        if (given.signum() != 0 && given.stripTrailingZeros().scale() > DECIMALS) {
            faults.add(pointer, "At most two decimals.");
            return BigDecimal.ZERO;
        }
        return given.signum() == 0
                ? BigDecimal.ZERO.setScale(DECIMALS)
                : given.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }
}
