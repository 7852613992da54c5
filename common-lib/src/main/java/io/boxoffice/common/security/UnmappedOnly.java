package io.boxoffice.common.security;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The last rule: lets through what no controller serves, so that MVC answers 404, 405 or 415, and refuses a served path that
 * no rule names, so that a forgotten rule is a closed door.
 */
final class UnmappedOnly implements AuthorizationManager<RequestAuthorizationContext> {
    private final RequestMappingHandlerMapping mappings;

    UnmappedOnly(RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        try {
            return new AuthorizationDecision(mappings.getHandler(context.getRequest()) == null);
        } catch (Exception _) {
            return new AuthorizationDecision(true);
        }
    }
}
