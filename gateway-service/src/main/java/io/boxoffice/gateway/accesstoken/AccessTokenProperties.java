package io.boxoffice.gateway.accesstoken;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How access tokens are looked at.
 *
 * @param repeatsFor how long after the end of a token's time or session a hold may still be repeated, which the service answers
 */
@ConfigurationProperties("gateway.access-tokens")
record AccessTokenProperties(@DefaultValue("2m") Duration repeatsFor) {}
