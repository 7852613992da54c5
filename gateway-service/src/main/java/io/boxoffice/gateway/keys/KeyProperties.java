package io.boxoffice.gateway.keys;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How public keys are kept.
 *
 * @param refreshEvery how old a set may grow before it is fetched anew beside the requests
 * @param unknownKeyPause how often at most an unknown key id leads to a fetch
 * @param firstFetchPause how often at most a fetch is tried while there is no key at all
 * @param fetchTimeout how long an issuer may take to answer
 */
@ConfigurationProperties("gateway.keys")
public record KeyProperties(
        @DefaultValue("5m") Duration refreshEvery,
        @DefaultValue("30s") Duration unknownKeyPause,
        @DefaultValue("1s") Duration firstFetchPause,
        @DefaultValue("2s") Duration fetchTimeout) {}
