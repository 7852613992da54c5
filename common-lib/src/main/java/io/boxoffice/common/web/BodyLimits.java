package io.boxoffice.common.web;

import jakarta.servlet.http.HttpServletRequest;

/** How large a body may be. A service that takes larger ones on some path has a bean of this type. */
@FunctionalInterface
public interface BodyLimits {
    /** What every other path takes, in bytes. */
    long USUAL = 256 * 1024;

    /** The limit for this request, in bytes. */
    long of(HttpServletRequest request);
}
