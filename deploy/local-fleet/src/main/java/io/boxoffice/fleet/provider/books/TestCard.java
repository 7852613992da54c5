package io.boxoffice.fleet.provider.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cards that exist here, by the provider's published test numbers and names. */
public enum TestCard {
    VISA("pm_card_visa", "4242424242424242", "visa", null),
    MASTERCARD("pm_card_mastercard", "5555555555554444", "mastercard", null),
    DECLINED("pm_card_chargeDeclined", "4000000000000002", "visa", "generic_decline"),
    INSUFFICIENT_FUNDS("pm_card_chargeDeclinedInsufficientFunds", "4000000000009995", "visa", "insufficient_funds"),
    STOLEN("pm_card_chargeDeclinedStolenCard", "4000000000009979", "visa", "stolen_card");

    private static final long SINCE = 1_577_836_800;

    private final String token;
    private final String number;
    private final String brand;
    private final @Nullable String declineCode;

    TestCard(String token, String number, String brand, @Nullable String declineCode) {
        this.token = token;
        this.number = number;
        this.brand = brand;
        this.declineCode = declineCode;
    }

    /** The card with this number, if it is one of the test cards. */
    public static Optional<TestCard> numbered(String number) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(number))
                .findFirst();
    }

    static Optional<Card> named(String token) {
        return Arrays.stream(values())
                .filter(card -> card.token.equals(token))
                .findFirst()
                .map(card -> card.as(token, SINCE, 12, 2034));
    }

    /** A payment method made of this card. */
    public Card as(String id, long created, int expMonth, int expYear) {
        var last4 = number.substring(number.length() - 4);
        return new Card(id, created, brand, last4, expMonth, expYear, fingerprint(), declineCode);
    }

    /** Made of the card's name: only these cards exist, so no number needs to be hashed. */
    private String fingerprint() {
        return UUID.nameUUIDFromBytes(name().getBytes(UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, 16);
    }
}
