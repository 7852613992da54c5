package io.boxoffice.waitingroom.model;

/**
 * What a queue token says.
 *
 * @param lobby {@code place} is a join index
 */
record Token(long number, int session, int device, boolean lobby, long place) {

    static Token of(Answer answer, int device) {
        return new Token(answer.number(), answer.session(), device, answer.inLobby(), answer.score());
    }
}
