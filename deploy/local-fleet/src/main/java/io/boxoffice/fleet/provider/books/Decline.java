package io.boxoffice.fleet.provider.books;

/**
 * A bank's refusal.
 *
 * @param declineCode the bank's reason
 * @param charge the attempt that failed
 * @param card the card that refused
 */
public record Decline(String declineCode, String charge, Card card) {
    /** The sentence shown to the payer. */
    public String message() {
        return switch (declineCode) {
            case "insufficient_funds" -> "Your card has insufficient funds.";
            default -> "Your card was declined.";
        };
    }
}
