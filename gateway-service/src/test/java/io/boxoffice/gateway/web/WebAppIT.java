package io.boxoffice.gateway.web;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.gateway.GatewayTest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAppIT extends GatewayTest {

    private static final String END = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/events/" + EVENT_ID,
                "/events/" + EVENT_ID + "/seats",
                "/signed-in?code=x&state=y",
                "/tickets",
                "/ops",
                "/organise/new"
            })
    void everyPageOfTheAppIsTheOnePage(String path) {
        var page = send(request("GET", path));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(page.body()).contains("<main id=\"main\"").doesNotContain("{{");
        EVENT.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void thePageMayOnlyTalkToUsTheIssuerAndTheProvider() {
        var policy = header(send(request("GET", "/")), "Content-Security-Policy");

        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .contains("connect-src 'self' " + ISSUER.uri() + " http://127.0.0.1:8091;")
                .doesNotContain("unsafe", "*");
    }

    @Test
    void thePageHasNoScriptOrStyleOfItsOwn() {
        assertThat(send(request("GET", "/")).body())
                .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
                .doesNotContain("<style", " style=", " onclick=");
    }

    @Test
    void filesAreKeptForEverUnderAnAddressOfTheirContent() {
        var script = send(request("GET", scriptOf(send(request("GET", "/")))));

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type")).contains("text/javascript;charset=utf-8");
        assertThat(script.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(script.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(script.headers().firstValue("X-Request-Id")).isPresent();
    }

    @Test
    void anotherReleasesAddressIsNotThere() {
        assertProblem(send(request("GET", "/app/0123456789abcdef/js/main.js")), 404, "not-found");
    }

    @Test
    void whoHasThePageAlreadyIsToldSo() {
        var tag = header(send(request("GET", "/")), "ETag");

        var again = send(request("GET", "/tickets").header("If-None-Match", "\"other\", W/" + tag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag).startsWith("\"");
    }

    @Test
    void headHasTheHeadersAndNoBody() {
        var answer = sendRaw("HEAD /" + END);

        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("\r\nContent-Type: text/html;charset=utf-8\r\n")
                .doesNotContain("<html");
        assertThat(answer).containsPattern("(?i)\r\ncontent-length: [1-9]\\d*\r\n");
    }

    @Test
    void textIsPackedForThoseWhoCanUnpack() {
        var packed = sendRaw("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Encoding: br, gzip\r\n\r\n");

        assertThat(packed)
                .containsIgnoringCase("\r\nContent-Encoding: gzip\r\n")
                .containsIgnoringCase("\r\nVary: Accept-Encoding\r\n");
        assertThat(sendRaw("GET /" + END)).doesNotContainIgnoringCase("Content-Encoding");
    }

    @Test
    void theAppIsToldItsSurroundings() {
        var answer = send(request("GET", "/web-config.json"));

        assertThat(answer.body())
                .isEqualTo("{\"issuer\":\"" + ISSUER.uri()
                        + "\",\"client_id\":\"boxoffice-web\",\"payment_provider\":\"http://127.0.0.1:8091\"}");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/../application.yaml",
                "/app/%2e%2e/application.yaml",
                "/webjars/../../../application.yaml",
                "/webjars/lit-html/3.3.2/..%2f..%2f..%2f..%2f..%2fapplication.yaml",
                "/webjars/lit-html/3.3.2/package.json",
                "//etc/passwd",
                "/app/",
                "/webjars/"
            })
    void nothingElseOfTheJarCanBeReached(String path) {
        assertThat(sendRaw("GET " + path + END)).startsWith("HTTP/1.1 404 ").contains("\"not-found\"");
    }

    @ParameterizedTest
    @CsvSource({"POST,/", "PUT,/events/" + EVENT_ID, "DELETE,/web-config.json"})
    void filesAreOnlyRead(String method, String path) {
        var answer = send(request(method, path));

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
    }

    private static String scriptOf(HttpResponse<String> page) {
        var script = Pattern.compile("<script type=\"module\" src=\"(/app/[0-9a-f]{16}/js/main\\.js)\">")
                .matcher(page.body());
        assertThat(script.find()).isTrue();
        return script.group(1);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
