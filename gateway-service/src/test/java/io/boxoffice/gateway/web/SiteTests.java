package io.boxoffice.gateway.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SiteTests {

    private static final Site SITE = Site.read(new byte[] {'{', '}'});
    private static final Pattern MAIN = Pattern.compile("/app/[0-9a-f]{16}/js/main\\.js");
    private static final Pattern IMPORT =
            Pattern.compile("(?:import|from|import\\(|\\.src =|new URL\\()\\s*\\(?['\"]([^'\"]+\\.js)['\"]");
    private static final Pattern ROUTE = Pattern.compile("\\['(/[^']*)', '\\./(pages/[a-z-]+\\.js)'\\]");

    @Test
    void everyModuleThatIsImportedIsServed() {
        assertThat(modules()).hasSizeGreaterThan(30);
        for (var module : modules().entrySet()) {
            for (var imported : found(IMPORT, module.getValue())) {
                var address = URI.create(module.getKey()).resolve(imported).getPath();
                assertThat(SITE.at(address))
                        .as(module.getKey() + " imports " + imported)
                        .isNotNull();
            }
        }
    }

    static List<String> routes() {
        return found(ROUTE, script("/js/routes.js"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteOfTheAppIsAnsweredWithItsPage(String route) {
        assertThat(Pages.has(route.replaceAll(":[a-z]+", "0199c0de-0000-7000-8000-00000000e0e0")))
                .isTrue();
    }

    @Test
    void everyRouteHasAModule() {
        var modules = ROUTE.matcher(script("/js/routes.js")).results().map(route -> route.group(2));

        assertThat(modules)
                .allSatisfy(module -> assertThat(script("/js/" + module)).contains("function page("));
    }

    @Test
    void anotherContentHasAnotherAddress() {
        var one = Site.of(Map.of("index.html", "{{version}} 1".getBytes(UTF_8)), Map.of(), new byte[0]);
        var other = Site.of(Map.of("index.html", "{{version}} 2".getBytes(UTF_8)), Map.of(), new byte[0]);

        assertThat(page(one).substring(0, 16)).isNotEqualTo(page(other).substring(0, 16));
    }

    @Test
    void anAppWithoutAPageStopsTheStart() {
        assertThatThrownBy(() -> Site.of(Map.of(), Map.of(), new byte[0])).hasMessageContaining("index.html");
    }

    @Test
    void settingsAreReadFromTheirKeys() {
        var source = new MapConfigurationPropertySource(
                Map.of("gateway.web.client-id", "shop", "gateway.web.payment-provider", "https://api.example.com"));

        assertThat(new Binder(source).bindOrCreate("gateway.web", WebProperties.class))
                .isEqualTo(new WebProperties("shop", URI.create("https://api.example.com")));
    }

    /** Every module of the app by its address. */
    private static Map<String, String> modules() {
        return SITE.own().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".js"))
                .collect(toMap(
                        Map.Entry::getKey, file -> new String(file.getValue().bytes(), UTF_8)));
    }

    private static String script(String name) {
        var found = MAIN.matcher(page(SITE))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        var file = SITE.at(found.replace("/js/main.js", name));
        return new String(Objects.requireNonNull(file, name).bytes(), UTF_8);
    }

    private static String page(Site site) {
        return new String(Objects.requireNonNull(site.at("/")).bytes(), UTF_8);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
