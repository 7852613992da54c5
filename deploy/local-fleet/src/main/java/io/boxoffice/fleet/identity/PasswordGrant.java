package io.boxoffice.fleet.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** A request for a token with a user's name and password, which Spring Authorization Server does not know. */
final class PasswordGrant extends OAuth2AuthorizationGrantAuthenticationToken {
    static final AuthorizationGrantType TYPE = new AuthorizationGrantType("password");
    private static final long serialVersionUID = 1;

    private final String username;
    private final String password;

    private PasswordGrant(Authentication client, String username, String password) {
        super(TYPE, client, Map.of());
        this.username = username;
        this.password = password;
    }

    String username() {
        return username;
    }

    String password() {
        return password;
    }

    /** Recognises such a request at the token endpoint. */
    static final class Converter implements AuthenticationConverter {
        @Override
        public @Nullable Authentication convert(HttpServletRequest request) {
            if (!TYPE.getValue().equals(request.getParameter("grant_type"))) {
                return null;
            }
            var client =
                    Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
            return new PasswordGrant(client, single(request, "username"), single(request, "password"));
        }

        private static String single(HttpServletRequest request, String name) {
            var values = request.getParameterValues(name);
            if (values == null || values.length != 1 || values[0].isEmpty()) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
            }
            return values[0];
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
