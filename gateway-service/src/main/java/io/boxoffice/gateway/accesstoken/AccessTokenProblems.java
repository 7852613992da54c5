package io.boxoffice.gateway.accesstoken;

import io.boxoffice.gateway.problem.Problem;
import org.springframework.http.HttpStatus;

final class AccessTokenProblems {

    private AccessTokenProblems() {}

    static Problem invalid() {
        return forbidden(
                "access-token-invalid", "Access token invalid", "The access token is not for this fan and event.");
    }

    static Problem wrongDevice() {
        return forbidden("wrong-device", "Wrong device", "The access token was given to another device.");
    }

    static Problem expired() {
        return forbidden("access-token-expired", "Access token expired", "The time to choose seats is over.");
    }

    static Problem revoked() {
        return forbidden("access-token-revoked", "Access token revoked", "The session of this access token has ended.");
    }

    private static Problem forbidden(String code, String title, String detail) {
        return Problem.of(HttpStatus.FORBIDDEN, code, title, detail);
    }
}
