package io.boxoffice.inventory.ticket;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.UUID;

/**
 * What a code says.
 *
 * @param k id of the key that signed
 * @param e event
 * @param t ticket
 * @param g generation
 * @param s seat, for people: {@code Floor/A/1}
 * @param x when the code expires, in seconds since 1970
 */
@JsonPropertyOrder({"k", "e", "t", "g", "s", "x"})
public record TicketFacts(String k, UUID e, UUID t, int g, String s, long x) {}
