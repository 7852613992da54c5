package io.boxoffice.inventory.ticket;

import io.boxoffice.inventory.ticket.TicketCode.Mode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Signs and verifies ticket codes; docs/ticket-codes.md has the format and test vectors. */
@Component
public class TicketCodes {
    private static final Duration VALID_AFTER_EVENT = Duration.ofHours(24);
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final TicketKeys keys;
    private final JsonMapper json;

    TicketCodes(TicketKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** The static code of a ticket; the same ticket and key always give the same code. */
    public String sign(Ticket ticket, Instant eventDate) {
        return sign(keys.current(), Mode.S, ticket, eventDate);
    }

    String sign(TicketKey key, Mode mode, Ticket ticket, Instant eventDate) {
        var facts = new TicketFacts(
                key.kid(),
                ticket.eventId(),
                ticket.ticketId(),
                ticket.generation(),
                ticket.section() + "/" + ticket.row() + "/" + ticket.seatNumber(),
                eventDate.plus(VALID_AFTER_EVENT).getEpochSecond());
        return sign(key, mode, json.writeValueAsBytes(facts));
    }

    static String sign(TicketKey key, Mode mode, byte[] payload) {
        var signed = mode.prefix() + ENCODER.encodeToString(payload);
        return signed + "." + ENCODER.encodeToString(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /** What a code says, if one of our keys signed it. Whether it is still good for anything is not asked here. */
    public Optional<TicketCode> verify(String code) {
        var parts = code.split("\\.", -1);
        return Arrays.stream(Mode.values())
                .filter(mode -> code.startsWith(mode.prefix()) && parts.length == mode.parts())
                .findFirst()
                .flatMap(mode -> verify(mode, parts));
    }

    private Optional<TicketCode> verify(Mode mode, String[] parts) {
        try {
            var facts = json.readValue(DECODER.decode(parts[2]), TicketFacts.class);
            var message = (mode.prefix() + parts[2]).getBytes(StandardCharsets.UTF_8);
            var signature = DECODER.decode(parts[3]);
            return keys.find(facts.k())
                    .filter(key -> key.verifies(message, signature))
                    .map(_ -> new TicketCode(mode, facts, mode == Mode.S ? "" : parts[4]));
        } catch (IllegalArgumentException | JacksonException | NullPointerException _) {
            return Optional.empty();
        }
    }
}
