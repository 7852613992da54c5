package io.boxoffice.waitingroom.model;

import java.util.List;

/**
 * Something that happens to the line. {@code at} says which instance does it; a fan's number that is too high means one of those
 * on the site; what makes no sense at the moment does nothing.
 */
sealed interface Op {
    /** Joins, with a genuine presale code of that serial; −1 without one, −2 with one that is not genuine. */
    record Join(int at, int fan, int device, int serial, boolean cleared) implements Op {}

    record JoinTogether(int at, List<Integer> fans) implements Op {}

    /** Polls with the newest token of the fan but {@code back}; {@code drawn}: the instance knows the draw. */
    record Poll(int at, int fan, int back, boolean drawn) implements Op {}

    /** An instance looks for those whose streams it keeps. */
    record Watch(int at, List<Integer> fans, int back) implements Op {}

    /** Polls with the number of another's entry. */
    record PollAsAnother(int at, int fan, int other) implements Op {}

    /** Leaves with the number of another's entry. */
    record LeaveAsAnother(int at, int fan, int other) implements Op {}

    /** Time passes in steps short enough for fans who keep polling; those who vanished do not. */
    record Beat(int at, int steps, boolean drawn) implements Op {}

    record Leave(int at, int fan, int back) implements Op {}

    /** Claims; {@code keeps} is false when the instance dies before it has kept the token. */
    record Claim(int at, int fan, int back, boolean passes, boolean keeps) implements Op {}

    record Buy(int at, int fan, int back) implements Op {}

    record Vanish(int fan) implements Op {}

    record Return(int fan) implements Op {}

    record Admit(int at, int atMost) implements Op {}

    /** The controller fits the rate to the load, in hundredths of its limit; −1 when none was reported. */
    record Adapt(int at, int strain) implements Op {}

    record Sweep(int at) implements Op {}

    record Expire(int at) implements Op {}

    /** By an instance that knows the newest version of the event; {@code old}: only the first. */
    record SendHome(int at, int atMost, boolean old) implements Op {}

    record TellJoins(int at) implements Op {}

    /** An operator's word; an {@code old} one is heard after a newer one. */
    record Word(int at, boolean old, String mode, int rate, int places) implements Op {}

    record SoldOut(int at, boolean old, boolean soldOut) implements Op {}

    /** 0 takes place, 7 cancelled, 8 postponed; its date moves by so many minutes. */
    record Ended(int at, boolean old, int reason, int minutes) implements Op {}

    /** Moves fans of the lobby; {@code behind} when the instance is behind by so many draw positions. */
    record Fill(int at, int count, int behind) implements Op {}

    record Pass(long micros) implements Op {}

    /** The clock of the next master is behind. */
    record SetBack(int millis) implements Op {}

    /** Time passes until just around the opening. */
    record ToOpening(int millisAfter) implements Op {}

    /** One instance hears that the opening is put off. */
    record PutOff(int at, int seconds) implements Op {}

    /**
     * Redis loses what happened last, or {@code all}; PostgreSQL knows of the first {@code marked} of it. Fans come back as they
     * look, in whatever order.
     */
    record Loss(boolean all, List<Op> lost, int marked, long order) implements Op {}

    /** The caller dies, or loses the connection, before the answer, and it is done again. */
    record Unheard(Op op) implements Op {}
}
