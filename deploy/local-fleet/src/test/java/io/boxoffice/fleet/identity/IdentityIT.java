package io.boxoffice.fleet.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.boxoffice.fleet.standalone.Forked;
import io.boxoffice.fleet.standalone.Http;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

class IdentityIT {
    private static final String GATEWAY = "http://localhost:8080";
    private static final String E2E = basic("boxoffice-e2e", "e2e-secret");

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext context;
    private static String issuer;

    @BeforeAll
    static void start() throws Exception {
        int port = Forked.freePort();
        issuer = "http://localhost:" + port;
        context = start(port);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static ConfigurableApplicationContext start(int port) {
        return IdentityMain.start(
                "--server.port=" + port,
                "--fleet.data-dir=" + data,
                "--identity.issuer=http://localhost:" + port,
                "--identity.e2e-secret=e2e-secret",
                "--identity.demo-password=demo",
                "--identity.gateway-url=" + GATEWAY,
                "--identity.service-secrets.svc-payment=payment-secret");
    }

    @Test
    void discoveryLeadsToTheKeysAndNamesWhatWorks() throws Exception {
        var discovery = Http.json(Http.get(issuer + "/.well-known/openid-configuration"));
        assertThat(discovery.get("issuer").asString()).isEqualTo(issuer);
        assertThat(discovery.get("grant_types_supported").valueStream().map(type -> type.asString()))
                .containsExactlyInAnyOrder("authorization_code", "client_credentials", "password");
        var keys = JWKSet.parse(Http.get(discovery.get("jwks_uri").asString()).body());
        assertThat(keys.getKeys()).singleElement().satisfies(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.getAlgorithm().getName()).isEqualTo("RS256");
        });
        var file = data.resolve("signing-key.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @CsvSource({
        "fan-000001, FAN, 9600",
        "newbie-999999, FAN, 1",
        "organizer-9, ORGANIZER, 9600",
        "scanner-99, SCANNER, 9600",
        "support-1, SUPPORT, 9600",
        "ops-1, OPS, 9600"
    })
    void aUserByPatternGetsATokenForTheDemoPassword(String username, String role, long ageInHours) throws Exception {
        var answer = password(username, "demo");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Http.json(answer).get("token_type").asString()).isEqualTo("Bearer");
        var claims = verified(Http.json(answer).get("access_token").asString());
        assertThat(claims.getIssuer()).isEqualTo(issuer);
        assertThat(claims.getStringClaim("preferred_username")).isEqualTo(username);
        assertThat(claims.getStringClaim("email")).isEqualTo(username + "@example.test");
        assertThat(claims.getBooleanClaim("email_verified")).isTrue();
        assertThat(claims.getStringListClaim("roles")).containsExactly(role);
        assertThat(claims.getAudience()).containsExactly("boxoffice");
        var issued = claims.getIssueTime().toInstant();
        assertThat(claims.getExpirationTime().toInstant()).isEqualTo(issued.plus(Duration.ofMinutes(60)));
        assertThat(Instant.parse(claims.getStringClaim("created_at")))
                .isEqualTo(issued.minus(Duration.ofHours(ageInHours)));
    }

    @Test
    void theSubjectIsTheNamesUuidInTheDnsNamespace() {
        assertThat(DemoUser.named("fan-000001").orElseThrow().getName())
                .isEqualTo("d3dd1077-1ac5-5f64-aa2e-d3287ebd3444");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fan-1", "fan-000000", "fan-1000000", "organizer-0", "organizer-10", "scanner-01", "admin-1", "x"
            })
    void aNameOutsideThePatternsIsNobody(String username) throws Exception {
        var answer = password(username, "demo");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.json(answer).get("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void aWrongPasswordOrClientGetsNothing() throws Exception {
        assertThat(Http.json(password("fan-000001", "wrong")).get("error").asString())
                .isEqualTo("invalid_grant");
        var form = "grant_type=password&username=fan-000001&password=demo";
        assertThat(token(form, basic("boxoffice-e2e", "wrong")).statusCode()).isEqualTo(401);
        assertThat(Http.json(token(form, basic("svc-payment", "payment-secret")))
                        .get("error")
                        .asString())
                .isEqualTo("unauthorized_client");
        assertThat(Http.json(token("grant_type=password&username=fan-000001", E2E))
                        .get("error")
                        .asString())
                .isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type=client_credentials", "grant_type=client_credentials&scope=internal"})
    void aServiceGetsTheInternalScope(String form) throws Exception {
        var answer = token(form, basic("svc-payment", "payment-secret"));
        var claims = verified(Http.json(answer).get("access_token").asString());
        assertThat(claims.getSubject()).isEqualTo("svc-payment");
        assertThat(claims.getStringListClaim("scope")).containsExactly("internal");
        assertThat(claims.getClaim("roles")).isNull();
    }

    @Test
    void tokensComeByTheThousand() throws Exception {
        var answer = demoTokens("{\"prefix\":\"fan-\",\"from\":11,\"count\":300,\"ttl_seconds\":7200}", E2E);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        var lines = answer.body().lines().toList();
        assertThat(lines).hasSize(300);
        var last = tools.jackson.databind.json.JsonMapper.builder().build().readTree(lines.getLast());
        assertThat(last.get("username").asString()).isEqualTo("fan-000310");
        var claims = verified(last.get("access_token").asString());
        assertThat(claims.getSubject()).isEqualTo(last.get("sub").asString());
        assertThat(Instant.parse(last.get("expires_at").asString()))
                .isEqualTo(claims.getExpirationTime().toInstant());
        assertThat(claims.getIssueTime().toInstant().plusSeconds(7200))
                .isEqualTo(claims.getExpirationTime().toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"prefix\":\"admin-\"}",
                "{\"prefix\":\"fan-\",\"count\":100001}",
                "{\"prefix\":\"fan-\",\"count\":0}",
                "{\"prefix\":\"fan-\",\"from\":0}",
                "{\"prefix\":\"ops-\",\"from\":5,\"count\":6}",
                "{\"prefix\":\"fan-\",\"from\":2147483647,\"count\":100}",
                "{\"prefix\":\"fan-\",\"ttl_seconds\":0}",
                "{\"prefix\":\"fan-\",\"unknown\":1}",
                "{\"prefix\":\"fan-\",\"count\":\"many\"}"
            })
    void aSenselessWishForTokensIsAProblem(String wish) throws Exception {
        var answer = demoTokens(wish, E2E);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(Http.json(answer).get("code").asString()).isEqualTo("validation-failed");
    }

    @Test
    void onlyTheDriversGetTokensByTheThousand() throws Exception {
        for (var credentials : List.of(basic("boxoffice-e2e", "wrong"), basic("svc-payment", "payment-secret"))) {
            var answer = demoTokens("{\"prefix\":\"fan-\"}", credentials);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(Http.json(answer).get("code").asString()).isEqualTo("unauthenticated");
        }
        assertThat(Http.json(demoTokens("{\"prefix\":", E2E)).get("code").asString())
                .isEqualTo("malformed-json");
    }

    @Test
    void thePageLogsInAndTheCodeBecomesATokenForItsVerifierOnly() throws Exception {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var verifier = "v".repeat(64);
        var authorize = authorizeUrl(verifier, GATEWAY + "/app/callback");
        var toLogin = browser.send(request(authorize).GET().build(), BodyHandlers.ofString());
        assertThat(toLogin.statusCode()).isEqualTo(302);
        var page = browser.send(request(issuer + "/login").GET().build(), BodyHandlers.ofString());
        var csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(csrf.find()).isTrue();
        var form = "username=fan-000042&password=demo&_csrf=" + URLEncoder.encode(csrf.group(1), UTF_8);
        var loggedIn = browser.send(form(issuer + "/login", form), BodyHandlers.ofString());
        assertThat(loggedIn.headers().firstValue("Location").orElseThrow()).startsWith(issuer + "/oauth2/authorize");
        var back = browser.send(request(authorize).GET().build(), BodyHandlers.ofString());
        var location = back.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(GATEWAY + "/app/callback?").contains("state=s1");
        var code = Pattern.compile("code=([^&]+)").matcher(location);
        assertThat(code.find()).isTrue();
        var exchange = "grant_type=authorization_code&client_id=boxoffice-web&code=" + code.group(1) + "&redirect_uri="
                + URLEncoder.encode(GATEWAY + "/app/callback", UTF_8) + "&code_verifier=";
        assertThat(token(exchange + "w".repeat(64), null).statusCode()).isEqualTo(400);
        var tokens = token(exchange + verifier, null);
        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
        var claims = verified(Http.json(tokens).get("access_token").asString());
        assertThat(claims.getStringClaim("preferred_username")).isEqualTo("fan-000042");
        assertThat(claims.getSubject())
                .isEqualTo(DemoUser.named("fan-000042").orElseThrow().getName());
        var identity = verified(Http.json(tokens).get("id_token").asString());
        assertThat(identity.getSubject()).isEqualTo(claims.getSubject());
        assertThat(identity.getAudience()).containsExactly("boxoffice-web");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.test/app", "http://localhost:8080.evil.test/", "http://localhost:8080@evil.test/"})
    void aCodeIsNeverSentElsewhere(String redirect) throws Exception {
        var answer = Http.get(authorizeUrl("v".repeat(64), redirect));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {GATEWAY, "http://127.0.0.1:8080"})
    void theWebAppsOriginMayAskForCodesAndTokensByBothNamesOfThisMachine(String origin) throws Exception {
        var answer = Http.get(issuer + "/.well-known/openid-configuration", "Origin", origin);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
        var toLogin = Http.get(authorizeUrl("v".repeat(64), origin + "/signed-in"), "Accept", "text/html");
        assertThat(toLogin.statusCode()).isEqualTo(302);
    }

    @Test
    void tokensLiveThroughARestart() throws Exception {
        var token =
                Http.json(password("fan-000001", "demo")).get("access_token").asString();
        context.close();
        context = start(URI.create(issuer).getPort());
        verified(token);
    }

    private static JWTClaimsSet verified(String token) throws Exception {
        var jwt = SignedJWT.parse(token);
        var keys = JWKSet.parse(Http.get(issuer + "/oauth2/jwks").body());
        var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        return jwt.getJWTClaimsSet();
    }

    private static HttpResponse<String> password(String username, String password) throws Exception {
        return token("grant_type=password&username=" + username + "&password=" + password, E2E);
    }

    private static HttpResponse<String> token(String form, String credentials) throws Exception {
        var type = "application/x-www-form-urlencoded";
        return credentials == null
                ? Http.send("POST", issuer + "/oauth2/token", form, "Content-Type", type)
                : Http.send("POST", issuer + "/oauth2/token", form, "Content-Type", type, "Authorization", credentials);
    }

    private static HttpResponse<String> demoTokens(String body, String credentials) throws Exception {
        return Http.send(
                "POST",
                issuer + "/demo/tokens",
                body,
                "Content-Type",
                "application/json",
                "Authorization",
                credentials);
    }

    private static String authorizeUrl(String verifier, String redirect) throws Exception {
        var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
        return issuer + "/oauth2/authorize?response_type=code&client_id=boxoffice-web&scope=openid%20email&state=s1"
                + "&redirect_uri=" + URLEncoder.encode(redirect, UTF_8)
                + "&code_challenge_method=S256&code_challenge="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/html");
    }

    private static HttpRequest form(String url, String form) {
        return request(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }
}
