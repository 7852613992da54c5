package io.boxoffice.fleet.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/** Sends codes to the web app's own origin only, whichever of its pages asks. */
class RedirectBelowGateway implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {
    private final List<URI> webApps;

    RedirectBelowGateway(List<URI> webApps) {
        this.webApps = webApps;
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        var redirect = request.getRedirectUri();
        if (redirect == null || !isBelowGateway(redirect)) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "redirect_uri is not below the gateway", null),
                    null);
        }
    }

    private boolean isBelowGateway(String redirect) {
        try {
            var uri = new URI(redirect);
            return uri.getRawFragment() == null && webApps.stream().anyMatch(webApp -> isSameOrigin(uri, webApp));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isSameOrigin(URI uri, URI webApp) {
        return Objects.equals(uri.getScheme(), webApp.getScheme())
                && Objects.equals(uri.getRawAuthority(), webApp.getRawAuthority());
    }
}
