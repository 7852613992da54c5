package io.boxoffice.payment.webhook;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where the provider tells what happened: verified, kept, answered; worked on afterwards. */
@RestController
class WebhookController {
    private final WebhookSignatures signatures;
    private final WebhookInbox inbox;
    private final InboxWorker worker;

    WebhookController(WebhookSignatures signatures, WebhookInbox inbox, InboxWorker worker) {
        this.signatures = signatures;
        this.inbox = inbox;
        this.worker = worker;
    }

    @PostMapping("/api/v1/webhooks/payments")
    ResponseEntity<Void> receive(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature) {
        var payload = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        signatures.require(payload, signature);
        if (inbox.keep(payload)) {
            worker.wake();
        }
        return ResponseEntity.ok().build();
    }
}
