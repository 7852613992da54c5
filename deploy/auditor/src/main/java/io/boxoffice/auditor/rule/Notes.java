package io.boxoffice.auditor.rule;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the clients of one sale saw with their own eyes: what no database can tell.
 *
 * @param joins first joins, as their fans felt them
 * @param drawn fans who were in the lobby, with what they were told and what the draw came to
 * @param polls polls answered with a place
 * @param positionsLost places in line that got worse while their fan stood there, in words
 * @param purchases orders whose fans were told that the seats are theirs
 * @param admittances gates opened
 * @param codes what a gate said to codes whose fate was known
 * @param pictures pictures of free seats that were looked at
 * @param wrongPictures those whose counts did not add up, in words
 * @param mails how many mails came for each cause
 */
public record Notes(
        Collection<Join> joins,
        Collection<Drawn> drawn,
        long polls,
        Collection<String> positionsLost,
        Collection<Purchase> purchases,
        Collection<Admittance> admittances,
        Collection<Code> codes,
        long pictures,
        Collection<String> wrongPictures,
        Map<String, Integer> mails) {

    /**
     * A first join.
     *
     * @param sentNanos when the fan first asked
     * @param answeredNanos when the place was told
     */
    public record Join(UUID sub, UUID entryId, long joinNumber, long sentNanos, long answeredNanos) {}

    /**
     * A fan of the lobby.
     *
     * @param leafTold what the fan was given to keep
     * @param leafPublished what the draw shows at the fan's join index
     * @param score the place that the draw gave, in microseconds
     */
    public record Drawn(UUID entryId, String leafTold, String leafPublished, long score) {}

    /** An order whose fan was told that the seats are theirs. */
    public record Purchase(UUID orderId, UUID sub, BigDecimal total, List<String> seatIds) {}

    /** The gate opened for a ticket. */
    public record Admittance(UUID ticketId, String nonce) {}

    /**
     * A code that was dead when it was shown.
     *
     * @param ticketId its ticket
     * @param why what killed it
     * @param expected the gate's reason
     * @param answered what the gate said
     */
    public record Code(String ticketId, String why, String expected, String answered) {}
}
