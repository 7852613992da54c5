package io.boxoffice.inventory.ticket;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Static ticket codes (mode S): {@code BX1.S.<payload>.<signature>}; docs/ticket-codes.md has the format and test vectors. */
@Component
public class TicketCodes {
    private static final String PREFIX = "BX1.S.";
    private static final Duration VALID_AFTER_EVENT = Duration.ofHours(24);
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final TicketKeys keys;
    private final JsonMapper json;

    TicketCodes(TicketKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** The code of a ticket; the same ticket and key always give the same code. */
    String sign(Ticket ticket, Instant eventDate) {
        var key = keys.current();
        var facts = new TicketFacts(
                key.kid(),
                ticket.eventId(),
                ticket.ticketId(),
                ticket.generation(),
                ticket.section() + "/" + ticket.row() + "/" + ticket.seatNumber(),
                eventDate.plus(VALID_AFTER_EVENT).getEpochSecond());
        return sign(key, json.writeValueAsBytes(facts));
    }

    static String sign(TicketKey key, byte[] payload) {
        var signed = PREFIX + ENCODER.encodeToString(payload);
        return signed + "." + ENCODER.encodeToString(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /** What a code says, if one of our keys signed it. Whether it is still good for anything is not asked here. */
    public Optional<TicketFacts> verify(String code) {
        int dot = code.lastIndexOf('.');
        if (!code.startsWith(PREFIX) || dot < PREFIX.length()) {
            return Optional.empty();
        }
        try {
            var facts = json.readValue(DECODER.decode(code.substring(PREFIX.length(), dot)), TicketFacts.class);
            var message = code.substring(0, dot).getBytes(StandardCharsets.UTF_8);
            var signature = DECODER.decode(code.substring(dot + 1));
            return keys.find(facts.k())
                    .filter(key -> key.verifies(message, signature))
                    .map(_ -> facts);
        } catch (IllegalArgumentException | JacksonException | NullPointerException _) {
            return Optional.empty();
        }
    }
}
