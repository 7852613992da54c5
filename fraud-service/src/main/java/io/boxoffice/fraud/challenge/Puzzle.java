package io.boxoffice.fraud.challenge;

/** The work to be done, as ALTCHA v1 words it: find n with SHA-256(salt + n) = challenge, in hex. */
record Puzzle(String algorithm, String challenge, String salt, int maxnumber, String signature) {}
