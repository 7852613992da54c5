package io.boxoffice.payment.quote;

import io.boxoffice.common.security.Caller;
import io.boxoffice.payment.admission.Admissions;
import io.boxoffice.payment.event.EventPolicies;
import io.boxoffice.payment.hold.Holds;
import io.boxoffice.payment.pricing.Price;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What an order of this hold would cost now. */
@RestController
class QuoteController {
    private final EventPolicies policies;
    private final Admissions admissions;
    private final Holds holds;

    QuoteController(EventPolicies policies, Admissions admissions, Holds holds) {
        this.policies = policies;
        this.admissions = admissions;
        this.holds = holds;
    }

    @GetMapping("/api/v1/events/{eventId}/holds/{holdId}/quote")
    Price quote(
            @PathVariable UUID eventId,
            @PathVariable UUID holdId,
            @RequestHeader(name = "X-Access-Token", required = false) @Nullable String accessToken,
            @RequestHeader(name = "X-Device-Id", required = false) @Nullable String deviceId,
            Caller caller) {
        var policy = policies.of(eventId);
        policy.requireSupportedCurrency();
        var session = admissions.session(policy, caller, accessToken, deviceId);
        var hold = holds.find(eventId, holdId, caller.sub());
        if (session.isPresent() && hold.sessionId() != null && !session.get().equals(hold.sessionId())) {
            throw Admissions.revoked();
        }
        return Price.of(hold.seats(), policy.fees(), policy.currency());
    }
}
