package io.boxoffice.waitingroom.model;

/** What a queue token says. */
record Token(long number, int session) {}
