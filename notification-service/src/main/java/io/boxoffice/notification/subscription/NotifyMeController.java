package io.boxoffice.notification.subscription;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import io.boxoffice.notification.event.Events;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;

/** A fan's opt-in to be told of an event; single use, so that there is nothing to unsubscribe from later. */
@RestController
class NotifyMeController {
    private final Subscriptions subscriptions;
    private final Events events;

    NotifyMeController(Subscriptions subscriptions, Events events) {
        this.subscriptions = subscriptions;
        this.events = events;
    }

    /** Replaces what the fan asked for; repeating it changes nothing. */
    @PutMapping("/api/v1/events/{eventId}/notify-me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ApiResponse(responseCode = "204", description = "Kept.")
    void notifyMe(@PathVariable UUID eventId, @Valid @RequestBody NotifyMeRequest wish, Caller caller) {
        requireKnown(eventId);
        if (wish.kinds().isEmpty()) {
            subscriptions.withdraw(eventId, caller.sub());
        } else {
            subscriptions.replace(eventId, caller.sub(), email(caller), wish.kinds());
        }
    }

    private void requireKnown(UUID eventId) {
        try {
            if (events.find(eventId).isEmpty()) {
                throw Problems.notFound();
            }
        } catch (RestClientException | OAuth2AuthorizationException _) {
            throw Problems.unavailable("The event cannot be looked up; repeat the request.");
        }
    }

    private static String email(Caller caller) {
        var email = caller.email();
        if (email == null || email.isBlank()) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "email-missing",
                    "Your account has no e-mail address to write to; add one and sign in again.");
        }
        return email;
    }
}
