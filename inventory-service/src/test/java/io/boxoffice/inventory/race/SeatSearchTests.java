package io.boxoffice.inventory.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.race.SeatState.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Mistakes planted in the histories of one seat are found, and what is only unusual is not taken for one. */
class SeatSearchTests {
    private static final UUID SEAT = new UUID(0, 1);
    private static final UUID ANNA = new UUID(1, 1);
    private static final UUID BERT = new UUID(1, 2);
    private static final UUID ORDER = new UUID(2, 1);
    private static final UUID OTHER_ORDER = new UUID(2, 2);

    private final List<Operation> history = new ArrayList<>();

    private void answered(Step step, long invoked, long returned) {
        history.add(Operation.answered("fan", step, Set.of(SEAT), invoked, returned));
    }

    private void unknown(Step step, long invoked) {
        history.add(Operation.unknown("fan", step, Set.of(SEAT), invoked));
    }

    private void taken(UUID hold, long invoked, long returned) {
        answered(new Step.Taken(hold, null), invoked, returned);
    }

    private void found(String status, UUID holder) {
        answered(new Step.Found(status, holder), 1_000, 1_001);
    }

    private void fits() {
        assertThat(SeatSearch.contradiction(SEAT, history)).isEmpty();
    }

    private void isFoundOut() {
        assertThat(SeatSearch.contradiction(SEAT, history)).isPresent();
    }

    @Test
    void aWholeLifeFits() {
        taken(ANNA, 1, 2);
        answered(new Step.Refused(), 3, 4);
        answered(new Step.Entered(ANNA, ORDER), 5, 6);
        answered(new Step.Busy(ANNA), 7, 8);
        answered(new Step.Ended(ANNA, ORDER, End.RETURNED, End.RETURNED), 9, 10);
        answered(new Step.Over(ORDER), 11, 12);
        answered(new Step.Entered(ANNA, OTHER_ORDER), 13, 14);
        answered(new Step.Bought(ANNA, OTHER_ORDER), 15, 16);
        answered(new Step.Bought(ANNA, OTHER_ORDER), 17, 18);
        found("PURCHASED", ANNA);
        fits();
    }

    @Test
    void aSeatHeldByTwoIsFoundOut() {
        taken(ANNA, 1, 10);
        taken(BERT, 2, 9);
        isFoundOut();
    }

    @Test
    void aSeatSoldTwiceIsFoundOut() {
        taken(ANNA, 1, 2);
        answered(new Step.Entered(ANNA, ORDER), 3, 4);
        answered(new Step.Bought(ANNA, ORDER), 5, 6);
        unknown(new Step.Lapsed(ANNA), 3);
        taken(BERT, 7, 8);
        isFoundOut();
    }

    @Test
    void aHoldThatGotLostIsFoundOut() {
        taken(ANNA, 1, 2);
        found("AVAILABLE", null);
        isFoundOut();
    }

    @Test
    void aPurchaseThatGotLostIsFoundOut() {
        taken(ANNA, 1, 2);
        answered(new Step.Entered(ANNA, ORDER), 3, 4);
        answered(new Step.Bought(ANNA, ORDER), 5, 6);
        found("RESERVED", ANNA);
        isFoundOut();
    }

    @Test
    void aStaleLookAfterAReleaseIsFoundOut() {
        taken(ANNA, 1, 2);
        answered(new Step.GivenBack(ANNA), 3, 4);
        answered(new Step.Shown(ANNA, "ACTIVE"), 5, 6);
        isFoundOut();
    }

    @Test
    void aLookDuringAReleaseMayShowEither() {
        taken(ANNA, 1, 2);
        answered(new Step.GivenBack(ANNA), 3, 8);
        answered(new Step.Shown(ANNA, "ACTIVE"), 4, 7);
        answered(new Step.Shown(ANNA, "RELEASED"), 5, 6);
        fits();
    }

    @Test
    void aSeatThatAnExpiredHoldStillBuysIsFoundOut() {
        taken(ANNA, 1, 2);
        unknown(new Step.Lapsed(ANNA), 3);
        taken(BERT, 4, 5);
        answered(new Step.Entered(ANNA, ORDER), 6, 7);
        isFoundOut();
    }

    @Test
    void aHoldTakenOverBeforeItsTimeIsFoundOut() {
        taken(ANNA, 1, 2);
        unknown(new Step.Lapsed(ANNA), 50);
        taken(BERT, 3, 4);
        isFoundOut();
    }

    @Test
    void anExpiryInTheMiddleOfACheckoutIsFoundOut() {
        taken(ANNA, 1, 2);
        unknown(new Step.Lapsed(ANNA), 3);
        answered(new Step.Entered(ANNA, ORDER), 4, 5);
        answered(new Step.Gone(ANNA), 6, 7);
        isFoundOut();
    }

    @Test
    void aLapsedHoldPassesTheSeatOn() {
        taken(ANNA, 1, 2);
        unknown(new Step.Lapsed(ANNA), 3);
        answered(new Step.Refused(), 4, 5);
        taken(BERT, 6, 7);
        answered(new Step.Gone(ANNA), 8, 9);
        found("RESERVED", BERT);
        fits();
    }

    @Test
    void aRefusalOfASeatNobodyHadIsFoundOut() {
        answered(new Step.Refused(), 1, 2);
        taken(ANNA, 3, 4);
        isFoundOut();
    }

    @Test
    void aFreedSeatStillRefusedIsFoundOut() {
        taken(ANNA, 1, 2);
        answered(new Step.GivenBack(ANNA), 3, 4);
        answered(new Step.Refused(), 5, 6);
        isFoundOut();
    }

    @Test
    void twoOrdersWithOneHoldAreFoundOut() {
        taken(ANNA, 1, 2);
        answered(new Step.Entered(ANNA, ORDER), 3, 6);
        answered(new Step.Entered(ANNA, OTHER_ORDER), 4, 5);
        isFoundOut();
    }

    @Test
    void aSaleAndAReturnOfOneCheckoutAreFoundOut() {
        taken(ANNA, 1, 2);
        answered(new Step.Entered(ANNA, ORDER), 3, 4);
        answered(new Step.Bought(ANNA, ORDER), 5, 8);
        answered(new Step.Ended(ANNA, ORDER, End.RELEASED, End.RELEASED), 6, 7);
        isFoundOut();
    }

    @Test
    void aLostFenceAfterAPurchaseIsFoundOut() {
        taken(ANNA, 1, 2);
        answered(new Step.Entered(ANNA, ORDER), 3, 4);
        answered(new Step.Bought(ANNA, ORDER), 5, 6);
        answered(new Step.Fenced(ANNA, ORDER, true), 7, 8);
        isFoundOut();
    }

    @Test
    void halfAnExchangeIsFoundOut() {
        taken(ANNA, 1, 2);
        answered(new Step.Taken(BERT, ANNA), 3, 4);
        found("RESERVED", ANNA);
        isFoundOut();
    }

    @Test
    void whatWasNeverAnsweredMayHaveHappenedOrNot() {
        taken(ANNA, 1, 2);
        answered(new Step.Entered(ANNA, ORDER), 3, 4);
        unknown(new Step.Bought(ANNA, ORDER), 5);
        found("PURCHASED", ANNA);
        fits();
        history.removeLast();
        found("RESERVED", ANNA);
        fits();
        history.removeLast();
        found("AVAILABLE", null);
        isFoundOut();
    }

    @Test
    void whatWasLostStillHappensOnlyOnce() {
        taken(ANNA, 1, 2);
        answered(new Step.Entered(ANNA, ORDER), 3, 4);
        unknown(new Step.Ended(ANNA, ORDER, End.RELEASED, End.RELEASED), 5);
        taken(BERT, 6, 7);
        answered(new Step.Bought(ANNA, ORDER), 8, 9);
        isFoundOut();
    }

    @Test
    void aHoldInTheBooksThatNobodyHeardOfMustHaveItsTurn() {
        history.add(Operation.unheard("lost", new Step.Taken(ANNA, null), Set.of(SEAT), 1));
        taken(BERT, 2, 3);
        found("RESERVED", BERT);
        isFoundOut();
    }

    @Test
    void aCrowdThatIsRefusedTogetherIsJudgedAtOnce() {
        for (int n = 0; n < 60; n++) {
            var hold = new UUID(3, n);
            taken(hold, 1, 900);
            answered(new Step.GivenBack(hold), 2, 901);
            for (int refused = 0; refused < 10; refused++) {
                answered(new Step.Refused(), 1 + refused, 902);
            }
        }
        found("AVAILABLE", null);
        fits();
    }
}
