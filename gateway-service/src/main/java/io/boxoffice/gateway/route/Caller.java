package io.boxoffice.gateway.route;

/** Who may call an endpoint. */
public enum Caller {
    /** Anybody; a bearer token, if there is one, must be good. */
    PUBLIC,
    /** The owner of a bearer token of our issuer; what that person may do is decided by the service. */
    AUTHENTICATED,
    /** A waiting fan, known by queue token and secret; the waiting room checks them. */
    QUEUE_TOKEN,
    /** The payment provider, known by its signature; payment checks it. */
    PROVIDER
}
