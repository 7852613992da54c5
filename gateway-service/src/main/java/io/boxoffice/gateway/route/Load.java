package io.boxoffice.gateway.route;

/** What an endpoint takes in as a body. */
public enum Load {
    /** A small document, or nothing. */
    DOCUMENT,
    /** A picture, large and slow to send. */
    IMAGE
}
