package io.boxoffice.gateway.route;

/** What an endpoint asks of the waiting room's access token, where the event is protected. */
public enum Admission {
    /** No token is looked at. */
    NOT_ASKED,
    /** Begins something new: the token must be unexpired and its session alive. */
    FRESH,
    /** Ends what was begun: the token must be genuine; the services decide how long it serves. */
    GENUINE
}
