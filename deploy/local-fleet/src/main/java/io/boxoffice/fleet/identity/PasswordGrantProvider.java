package io.boxoffice.fleet.identity;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** Answers {@link PasswordGrant}: any demo user, the demo password, a client that is allowed to. */
class PasswordGrantProvider implements AuthenticationProvider {
    private final UserTokens tokens;
    private final DemoLogin login;

    PasswordGrantProvider(UserTokens tokens, DemoLogin login) {
        this.tokens = tokens;
        this.login = login;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var grant = (PasswordGrant) authentication;
        if (!(grant.getPrincipal() instanceof OAuth2ClientAuthenticationToken client)
                || client.getRegisteredClient() == null
                || !client.isAuthenticated()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        var registration = client.getRegisteredClient();
        if (!registration.getAuthorizationGrantTypes().contains(PasswordGrant.TYPE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        }
        var user = login.check(grant.username(), grant.password())
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        var jwt = tokens.issue(user, UserTokens.LIFETIME);
        var token = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                jwt.getTokenValue(),
                jwt.getIssuedAt(),
                jwt.getExpiresAt(),
                UserTokens.SCOPES);
        return new OAuth2AccessTokenAuthenticationToken(registration, client, token);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return PasswordGrant.class.isAssignableFrom(authentication);
    }
}
