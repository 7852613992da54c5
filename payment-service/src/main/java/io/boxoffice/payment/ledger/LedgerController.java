package io.boxoffice.payment.ledger;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ledger, for those who check it. */
@RestController
@RequestMapping("/internal/ledger")
class LedgerController {
    private final LedgerBalance balance;
    private final Reconciliation reconciliation;

    LedgerController(LedgerBalance balance, Reconciliation reconciliation) {
        this.balance = balance;
        this.reconciliation = reconciliation;
    }

    record Sums(List<LedgerBalance.OfCurrency> currencies, List<LedgerBalance.OfAccount> accounts) {}

    @GetMapping("/balance")
    Sums balance() {
        return new Sums(balance.currencies(), balance.accounts());
    }

    @GetMapping("/reconciliation")
    Reconciliation.Report reconciliation() {
        return reconciliation.report();
    }
}
