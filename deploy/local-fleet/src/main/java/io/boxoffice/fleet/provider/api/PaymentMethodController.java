package io.boxoffice.fleet.provider.api;

import io.boxoffice.fleet.provider.books.Books;
import io.boxoffice.fleet.provider.fault.Operation;
import io.boxoffice.fleet.provider.fault.Target;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/payment_methods")
class PaymentMethodController {
    /** Billing details are accepted, since forms send them, and dropped. */
    private static final Set<String> CREATE = Set.of("type", "card", "billing_details", "allow_redisplay", "expand");

    private final StripeCalls calls;
    private final CardForm cards;
    private final Books books;

    PaymentMethodController(StripeCalls calls, CardForm cards, Books books) {
        this.calls = calls;
        this.cards = cards;
        this.books = books;
    }

    @PostMapping
    ResponseEntity<Json> create(HttpServletRequest request) {
        var form = Form.of(request, CREATE);
        return calls.change(Operation.METHOD_CREATE, Target.NONE, request, form, decline -> cards.read(form));
    }

    @GetMapping("/{id}")
    ResponseEntity<Json> retrieve(@PathVariable String id, HttpServletRequest request) {
        Form.of(request, Set.of("expand"));
        return calls.look(
                Operation.METHOD_RETRIEVE,
                Target.NONE,
                request,
                () -> books.card(id)
                        .map(StripeJson::card)
                        .orElseThrow(() ->
                                StripeRefusal.missing(HttpStatus.NOT_FOUND, "PaymentMethod", id, "payment_method")));
    }
}
