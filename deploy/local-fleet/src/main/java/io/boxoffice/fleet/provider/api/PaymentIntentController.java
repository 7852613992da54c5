package io.boxoffice.fleet.provider.api;

import io.boxoffice.fleet.provider.books.Books;
import io.boxoffice.fleet.provider.fault.Operation;
import io.boxoffice.fleet.provider.fault.Target;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/payment_intents")
class PaymentIntentController {
    private static final Set<String> LIST = Set.of("limit", "starting_after", "expand");

    private final StripeCalls calls;
    private final IntentDecisions decisions;
    private final Books books;

    PaymentIntentController(StripeCalls calls, IntentDecisions decisions, Books books) {
        this.calls = calls;
        this.decisions = decisions;
        this.books = books;
    }

    @PostMapping
    ResponseEntity<Json> create(HttpServletRequest request) {
        var form = Form.of(request, IntentDecisions.CREATE);
        return calls.change(
                Operation.CREATE,
                new Target(null, form.metadata()),
                request,
                form,
                decline -> decisions.create(form, decline));
    }

    @PostMapping("/{id}/confirm")
    ResponseEntity<Json> confirm(@PathVariable String id, HttpServletRequest request) {
        var form = Form.of(request, IntentDecisions.CONFIRM);
        return calls.change(
                Operation.CONFIRM,
                Target.of(calls.intent(id)),
                request,
                form,
                decline -> decisions.confirm(calls.intent(id), form, decline));
    }

    @PostMapping("/{id}/capture")
    ResponseEntity<Json> capture(@PathVariable String id, HttpServletRequest request) {
        var form = Form.of(request, IntentDecisions.CAPTURE);
        return calls.change(
                Operation.CAPTURE,
                Target.of(calls.intent(id)),
                request,
                form,
                decline -> decisions.capture(calls.intent(id), form, decline));
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<Json> cancel(@PathVariable String id, HttpServletRequest request) {
        var form = Form.of(request, IntentDecisions.CANCEL);
        return calls.change(
                Operation.CANCEL,
                Target.of(calls.intent(id)),
                request,
                form,
                decline -> decisions.cancel(calls.intent(id), form));
    }

    @GetMapping("/{id}")
    ResponseEntity<Json> retrieve(@PathVariable String id, HttpServletRequest request) {
        Form.of(request, Set.of("expand", "client_secret"));
        var target = Target.of(calls.intent(id));
        return calls.look(Operation.RETRIEVE, target, request, () -> StripeJson.intent(calls.intent(id)));
    }

    @GetMapping
    ResponseEntity<Json> list(HttpServletRequest request) {
        var form = Form.of(request, LIST);
        int limit = Paging.limit(form);
        var after = form.text("starting_after");
        long before = after == null ? Long.MAX_VALUE : calls.intent(after).number();
        return calls.look(Operation.LIST, Target.NONE, request, () -> page(before, limit));
    }

    private Json page(long before, int limit) {
        var found = books.intentsBefore(before, limit + 1);
        var page = found.stream().limit(limit).map(StripeJson::intent).toList();
        return StripeJson.list("/v1/payment_intents", page, found.size() > limit);
    }
}
