package io.boxoffice.fleet.provider.books;

/**
 * What makes a repeated request the same request.
 *
 * @param key the caller's idempotency key
 * @param fingerprint keyed hash of method, path and parameters: a plain one would betray a card number
 */
public record RequestKey(String key, String fingerprint) {}
