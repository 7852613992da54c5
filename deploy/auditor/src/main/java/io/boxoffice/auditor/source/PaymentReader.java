package io.boxoffice.auditor.source;

import io.boxoffice.auditor.rule.Order;
import io.boxoffice.auditor.rule.Payments;
import io.boxoffice.auditor.rule.Resale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Payment's and resale's rows of one event. */
final class PaymentReader {

    private PaymentReader() {}

    static Payments read(Sql.Moment moment, UUID event) {
        return new Payments(
                moment.rows(
                        Queries.ORDERS,
                        event,
                        row -> new Order(
                                Columns.id(row, 1),
                                Columns.id(row, 2),
                                Columns.id(row, 3),
                                row.getString(4),
                                row.getString(5),
                                row.getBigDecimal(6),
                                row.getBoolean(7),
                                row.getBoolean(8),
                                row.getBoolean(9),
                                row.getBigDecimal(10))),
                moment.rows(
                        Queries.ITEMS,
                        event,
                        row -> new Payments.Item(Columns.id(row, 1), row.getString(2), row.getString(3))),
                moment.rows(
                        Queries.REFUNDS,
                        event,
                        row -> new Payments.Refund(
                                Columns.id(row, 1), Columns.id(row, 2), row.getString(3), row.getBigDecimal(4))),
                ledger(moment, event),
                Set.copyOf(moment.rows(Queries.IN_MOTION, event, row -> row.getString(1))));
    }

    private static List<Payments.Posting> ledger(Sql.Moment moment, UUID event) {
        List<Payments.Posting> ledger = new ArrayList<>(moment.rows(
                Queries.LEDGER,
                event,
                row -> new Payments.Posting(
                        row.getString(1),
                        row.getString(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5))));
        ledger.addAll(moment.rows(
                Queries.LEDGER_SUMS,
                event,
                row -> new Payments.Posting(
                        row.getString(1), "", row.getBigDecimal(2), BigDecimal.ZERO, BigDecimal.ZERO)));
        return ledger;
    }

    static Resale listings(Sql.Moment moment, UUID event) {
        return new Resale(moment.rows(
                Queries.LISTINGS,
                event,
                row -> new Resale.Listing(
                        Columns.id(row, 1),
                        row.getString(2),
                        row.getBoolean(3),
                        Columns.uuid(row, 4),
                        row.getInt(5),
                        row.getBigDecimal(6),
                        row.getBigDecimal(7))));
    }
}
