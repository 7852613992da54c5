package io.boxoffice.analytics.fact;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Our own reading of the messages: what is counted of them, and nothing else. What is missing makes them undecodable. */
final class Heard {
    private Heard() {}

    /** Whether an order is of the box office or of a fan. */
    enum Kind {
        PRIMARY,
        RESALE
    }

    record Happened(UUID eventId, Instant occurredAt) {
        Happened {
            requireNonNull(eventId);
            requireNonNull(occurredAt);
        }
    }

    record Joined(UUID eventId, Instant second, int joins) {
        Joined {
            requireNonNull(eventId);
            requireNonNull(second);
            atLeastZero(BigDecimal.valueOf(joins));
        }
    }

    /** @param score when the fan's place in the line began, in microseconds */
    record Admitted(UUID eventId, Instant occurredAt, long score) {
        Admitted {
            requireNonNull(eventId);
            requireNonNull(occurredAt);
        }
    }

    record Held(UUID eventId, Instant occurredAt, UUID holdId) {
        Held {
            requireNonNull(eventId);
            requireNonNull(occurredAt);
            requireNonNull(holdId);
        }
    }

    record Scanned(UUID eventId, Instant occurredAt, UUID ticketId, String result) {
        Scanned {
            requireNonNull(eventId);
            requireNonNull(occurredAt);
            requireNonNull(ticketId);
            requireNonNull(result);
        }
    }

    record Placed(UUID eventId, Instant occurredAt, UUID orderId, Kind kind) {
        Placed {
            requireNonNull(eventId);
            requireNonNull(occurredAt);
            requireNonNull(orderId);
            requireNonNull(kind);
        }
    }

    record Confirmed(
            UUID eventId,
            Instant occurredAt,
            UUID orderId,
            Kind kind,
            BigDecimal totalAmount,
            String currency,
            List<JsonNode> items) {
        Confirmed {
            requireNonNull(eventId);
            requireNonNull(occurredAt);
            requireNonNull(orderId);
            requireNonNull(kind);
            atLeastZero(totalAmount);
            isCurrency(currency);
            requireNonNull(items);
        }
    }

    /** An order that was captured, expired or voided. */
    record Moved(UUID eventId, Instant occurredAt, UUID orderId) {
        Moved {
            requireNonNull(eventId);
            requireNonNull(occurredAt);
            requireNonNull(orderId);
        }
    }

    record Declined(UUID eventId, Instant occurredAt, UUID orderId, boolean holdReturned) {
        Declined {
            requireNonNull(eventId);
            requireNonNull(occurredAt);
            requireNonNull(orderId);
        }
    }

    record Refunded(
            UUID eventId,
            Instant occurredAt,
            UUID orderId,
            UUID refundId,
            BigDecimal amount,
            String currency,
            boolean full) {
        Refunded {
            requireNonNull(eventId);
            requireNonNull(occurredAt);
            requireNonNull(orderId);
            requireNonNull(refundId);
            atLeastZero(amount);
            isCurrency(currency);
        }
    }

    record Listing(UUID eventId, Instant occurredAt, UUID listingId, List<JsonNode> tickets) {
        Listing {
            requireNonNull(eventId);
            requireNonNull(occurredAt);
            requireNonNull(listingId);
            requireNonNull(tickets);
        }
    }

    /** @param eventId none when the account was judged apart from any event */
    record Judged(@Nullable UUID eventId, Instant occurredAt, UUID userId, String decision) {
        Judged {
            requireNonNull(occurredAt);
            requireNonNull(userId);
            requireNonNull(decision);
        }
    }

    private static void atLeastZero(BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("below zero");
        }
    }

    private static void isCurrency(String currency) {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("not a currency");
        }
    }
}
