package io.boxoffice.e2e.client.model;

import java.math.BigDecimal;
import java.util.List;

/** What a hold costs with everything. */
public record Quote(List<Fee> fees, BigDecimal tax, BigDecimal total, String currency) {

    /** A named surcharge. */
    public record Fee(String name, BigDecimal amount) {}
}
