package io.boxoffice.fleet.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Lets in the one client that may have tokens by the thousand. */
class E2eClientLogin implements AuthenticationProvider {
    private final String secret;

    E2eClientLogin(String secret) {
        this.secret = secret;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication login) {
        boolean known = ClientsConfiguration.E2E.equals(login.getName())
                && PlainSecrets.same(String.valueOf(login.getCredentials()), secret);
        if (!known) {
            throw new BadCredentialsException("not the client that drives tests");
        }
        return UsernamePasswordAuthenticationToken.authenticated(login.getName(), null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
