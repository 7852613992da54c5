package io.boxoffice.fleet.identity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Knows the one password of all demo users. */
class DemoLogin implements AuthenticationProvider {
    private final String password;

    DemoLogin(String password) {
        this.password = password;
    }

    Optional<DemoUser> check(String username, String given) {
        return PlainSecrets.same(given, password) ? DemoUser.named(username) : Optional.empty();
    }

    @Override
    public @Nullable Authentication authenticate(Authentication login) {
        var user = check(login.getName(), String.valueOf(login.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("no such demo user, or not the demo password"));
        // carries the time of the login, which the ID token must name
        var password = FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY);
        return UsernamePasswordAuthenticationToken.authenticated(user, null, List.of(password));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
