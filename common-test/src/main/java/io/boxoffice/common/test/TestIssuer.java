package io.boxoffice.common.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * An OIDC issuer over real HTTP for tests: discovery, keys, a token endpoint for client credentials, and tokens signed here. It
 * also publishes the ES256 keys of access tokens at {@code /access-token-jwks.json} and of clearances at
 * {@code /clearance-jwks.json}. One per JVM.
 */
public final class TestIssuer {
    private static final TestIssuer INSTANCE = new TestIssuer();

    private final RSAKey key;
    private final ECKey accessKey;
    private final ECKey clearanceKey;
    private final String uri;

    private TestIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            accessKey = new ECKeyGenerator(Curve.P_256).keyID("access").generate();
            clearanceKey = new ECKeyGenerator(Curve.P_256).keyID("clearance").generate();
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            uri = "http://localhost:" + server.getAddress().getPort();
            serve(
                    server,
                    "/.well-known/openid-configuration",
                    "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/oauth2/jwks\"}".formatted(uri, uri));
            serve(server, "/oauth2/jwks", new JWKSet(key.toPublicJWK()).toString());
            serve(server, "/access-token-jwks.json", new JWKSet(accessKey.toPublicJWK()).toString());
            serve(server, "/clearance-jwks.json", new JWKSet(clearanceKey.toPublicJWK()).toString());
            serve(
                    server,
                    "/oauth2/token",
                    "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":\"internal\"}"
                            .formatted(sign(
                                    JWSAlgorithm.RS256,
                                    claims(UUID.randomUUID()).claim("scope", "internal"))));
            server.start();
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where services under test find it: {@code spring.security.oauth2.resourceserver.jwt.issuer-uri}. */
    public static String uri() {
        return INSTANCE.uri;
    }

    /** {@code boxoffice.access-tokens.key-set-uri} for services under test. */
    public static String accessTokenKeys() {
        return INSTANCE.uri + "/access-token-jwks.json";
    }

    /** {@code boxoffice.challenges.key-set-uri} for services under test. */
    public static String clearanceKeys() {
        return INSTANCE.uri + "/clearance-jwks.json";
    }

    /** A bearer token of {@code sub} with these roles, valid for an hour; the account is 400 days old. */
    public static String token(UUID sub, String... roles) {
        return INSTANCE.token(sub, Duration.ofDays(400), roles);
    }

    /** The same of an account that was made an hour ago. */
    public static String newcomerToken(UUID sub, String... roles) {
        return INSTANCE.token(sub, Duration.ofHours(1), roles);
    }

    private String token(UUID sub, Duration accountAge, String... roles) {
        return sign(
                JWSAlgorithm.RS256,
                claims(sub)
                        .claim("roles", List.of(roles))
                        .claim("email", sub + "@example.test")
                        .claim("created_at", Instant.now().minus(accountAge).toString()));
    }

    /** A bearer token that expired an hour ago. */
    public static String expiredToken(UUID sub, String... roles) {
        return INSTANCE.sign(
                JWSAlgorithm.RS256,
                INSTANCE.claims(sub)
                        .claim("roles", List.of(roles))
                        .expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1)))));
    }

    /** A service's token, scope {@code internal}. */
    public static String internalToken() {
        return INSTANCE.sign(
                JWSAlgorithm.RS256, INSTANCE.claims(UUID.randomUUID()).claim("scope", List.of("internal")));
    }

    /** The waiting room's access token for this event, account, device and session. */
    public static String accessToken(UUID event, UUID sub, String deviceId, UUID session, Instant expires) {
        return INSTANCE.sign(
                JWSAlgorithm.ES256,
                new JWTClaimsSet.Builder()
                        .issuer("boxoffice-waiting-room")
                        .audience(event.toString())
                        .subject(sub.toString())
                        .claim("dev", sha256(deviceId))
                        .claim("limit_key", sub.toString())
                        .jwtID(session.toString())
                        .issueTime(new Date())
                        .expirationTime(Date.from(expires)));
    }

    /** Fraud-service's clearance for this purpose ({@code join, hold, order}), event, account and device. */
    public static String clearance(String purpose, UUID event, UUID sub, String deviceId, Instant expires) {
        return INSTANCE.sign(
                JWSAlgorithm.ES256,
                INSTANCE.clearanceKey,
                new JWTClaimsSet.Builder()
                        .issuer("boxoffice-fraud")
                        .audience(event.toString())
                        .subject(sub.toString())
                        .claim("dev", sha256(deviceId))
                        .claim("purpose", purpose)
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(new Date())
                        .expirationTime(Date.from(expires)));
    }

    private JWTClaimsSet.Builder claims(UUID sub) {
        return new JWTClaimsSet.Builder()
                .issuer(uri)
                .subject(sub.toString())
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))));
    }

    private String sign(JWSAlgorithm algorithm, JWTClaimsSet.Builder claims) {
        return sign(algorithm, algorithm.equals(JWSAlgorithm.RS256) ? key : accessKey, claims);
    }

    private String sign(JWSAlgorithm algorithm, JWK by, JWTClaimsSet.Builder claims) {
        try {
            var header = new JWSHeader.Builder(algorithm).keyID(by.getKeyID());
            var jwt = new SignedJWT(header.build(), claims.build());
            jwt.sign(by instanceof ECKey ec ? new ECDSASigner(ec) : new RSASSASigner(by.toRSAKey()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void serve(HttpServer server, String path, String body) {
        byte[] bytes =
                Arrays.copyOf(body.getBytes(StandardCharsets.UTF_8), body.getBytes(StandardCharsets.UTF_8).length);
        server.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
