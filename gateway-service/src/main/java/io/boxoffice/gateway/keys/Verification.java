package io.boxoffice.gateway.keys;

import com.nimbusds.jwt.JWTClaimsSet;

/** What the check of a token found. */
public sealed interface Verification {

    /** Signed by its issuer and within its time. */
    record Valid(JWTClaimsSet claims) implements Verification {}

    /** Signed by its issuer, but its time is over. */
    record Expired(JWTClaimsSet claims) implements Verification {}

    /** Not a token of this issuer. */
    record Invalid() implements Verification {}

    /** No key of the issuer was ever fetched: nothing can be said. */
    record Undecided() implements Verification {}
}
