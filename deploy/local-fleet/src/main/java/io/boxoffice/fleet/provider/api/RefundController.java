package io.boxoffice.fleet.provider.api;

import io.boxoffice.fleet.provider.books.Books;
import io.boxoffice.fleet.provider.books.Refund;
import io.boxoffice.fleet.provider.fault.Operation;
import io.boxoffice.fleet.provider.fault.Target;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/refunds")
class RefundController {
    private static final Set<String> LIST = Set.of("limit", "starting_after", "payment_intent", "expand");

    private final StripeCalls calls;
    private final RefundDecisions decisions;
    private final Books books;

    RefundController(StripeCalls calls, RefundDecisions decisions, Books books) {
        this.calls = calls;
        this.decisions = decisions;
        this.books = books;
    }

    @PostMapping
    ResponseEntity<Json> create(HttpServletRequest request) {
        var form = Form.of(request, RefundDecisions.CREATE);
        return calls.change(
                Operation.REFUND_CREATE,
                new Target(form.text("payment_intent"), form.metadata()),
                request,
                form,
                decline -> decisions.create(form, decline));
    }

    @GetMapping("/{id}")
    ResponseEntity<Json> retrieve(@PathVariable String id, HttpServletRequest request) {
        Form.of(request, Set.of("expand"));
        var refund = refund(id);
        var target = new Target(refund.paymentIntent(), refund.metadata());
        return calls.look(Operation.REFUND_RETRIEVE, target, request, () -> json(refund(id)));
    }

    @GetMapping
    ResponseEntity<Json> list(HttpServletRequest request) {
        var form = Form.of(request, LIST);
        int limit = Paging.limit(form);
        var after = form.text("starting_after");
        long before = after == null ? Long.MAX_VALUE : refund(after).number();
        var intent = form.text("payment_intent");
        var target = intent == null ? Target.NONE : Target.of(calls.intent(intent));
        return calls.look(Operation.REFUND_LIST, target, request, () -> {
            var found = intent == null
                    ? books.refundsBefore(before, limit + 1)
                    : books.refundsOf(intent).stream()
                            .filter(refund -> refund.number() < before)
                            .limit(limit + 1L)
                            .toList();
            return page(found, limit);
        });
    }

    private Json page(List<Refund> found, int limit) {
        var page = found.stream().limit(limit).map(this::json).toList();
        return StripeJson.list("/v1/refunds", page, found.size() > limit);
    }

    private Json json(Refund refund) {
        return RefundJson.refund(refund, calls.intent(refund.paymentIntent()));
    }

    private Refund refund(String id) {
        return books.refund(id).orElseThrow(() -> StripeRefusal.missing(HttpStatus.NOT_FOUND, "refund", id, "refund"));
    }
}
