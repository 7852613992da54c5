package io.boxoffice.fraud.account;

import io.boxoffice.common.web.Problems;
import io.boxoffice.fraud.counter.Counters;
import io.boxoffice.fraud.counter.Observation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Explains verdicts and lifts them. */
@RestController
@RequestMapping("/internal/risk/accounts/{user_id}")
class SupportController {
    private final AccountRepository accounts;
    private final Verdicts verdicts;
    private final Counters counters;
    private final Clock clock;

    SupportController(AccountRepository accounts, Verdicts verdicts, Counters counters, Clock clock) {
        this.accounts = accounts;
        this.verdicts = verdicts;
        this.counters = counters;
        this.clock = clock;
    }

    /** Why an account is trusted again. */
    record LiftRequest(@NotBlank @Size(max = 500) String reason) {}

    @GetMapping
    AccountView explain(@PathVariable("user_id") UUID user) {
        return view(accounts.find(user).orElseThrow(Problems::notFound));
    }

    @PostMapping("/lift")
    AccountView lift(@PathVariable("user_id") UUID user, @Valid @RequestBody LiftRequest request) {
        return view(verdicts.lift(user, request.reason()).orElseThrow(Problems::notFound));
    }

    private AccountView view(Account account) {
        var look = Observation.look(account.userId(), clock.instant());
        return AccountView.of(account, counters.count(look).figures());
    }
}
