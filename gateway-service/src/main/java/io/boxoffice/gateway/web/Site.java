package io.boxoffice.gateway.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boxoffice.gateway.web.Asset.Freshness;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every file there is, by its exact path: nothing is looked up on a disk by what a request says. The app's own files lie below
 * a folder named by their content, so that a new release has new addresses and no page mixes two.
 */
final class Site {

    private static final String OWN = "/web/";
    private static final String LIBRARIES = "/META-INF/resources/webjars/";

    /** What the app imports, of all that the jars hold. */
    private static final List<String> IMPORTED = List.of(
            "lit-html/*/lit-html.js",
            "lit-html/*/directive.js",
            "lit-html/*/directive-helpers.js",
            "lit-html/*/directives/repeat.js",
            "lit-html/*/directives/live.js",
            "qr-creator/*/dist/qr-creator.es6.min.js",
            "html5-qrcode/*/third_party/zxing-js.umd.min.js");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "svg", "image/svg+xml",
            "webmanifest", "application/manifest+json");

    private final Map<String, Asset> files;
    private final Asset page;

    private Site(Map<String, Asset> files, Asset page) {
        this.files = Map.copyOf(files);
        this.page = page;
    }

    /** Reads everything; {@code configuration} is served beside it as {@code /web-config.json}. */
    static Site read(byte[] configuration) {
        try {
            var own = contents("classpath:web/**/*.*", OWN);
            var libraries = new TreeMap<String, byte[]>();
            for (var pattern : IMPORTED) {
                libraries.putAll(contents("classpath*:META-INF/resources/webjars/" + pattern, LIBRARIES));
            }
            return of(own, libraries, configuration);
        } catch (IOException e) {
            throw new IllegalStateException("the web app cannot be read", e);
        }
    }

    static Site of(Map<String, byte[]> own, Map<String, byte[]> libraries, byte[] configuration) {
        var files = new HashMap<String, Asset>();
        var version = Asset.hash(new TreeMap<>(own).values().toArray(byte[][]::new));
        own.forEach((name, bytes) ->
                files.put("/app/" + version + "/" + name, Asset.of(bytes, type(name), Freshness.IMMUTABLE, "/app/**")));
        libraries.forEach((name, bytes) ->
                files.put("/webjars/" + name, Asset.of(bytes, type(name), Freshness.IMMUTABLE, "/webjars/**")));
        files.put("/web-config.json", Asset.of(configuration, "application/json", Freshness.ASK, "/web-config.json"));
        var index = own.get("index.html");
        if (index == null) {
            throw new IllegalStateException("the web app has no index.html");
        }
        var page = new String(index, UTF_8).replace("{{version}}", version).getBytes(UTF_8);
        return new Site(files, Asset.of(page, type("index.html"), Freshness.ASK, "/"));
    }

    /** The file at a path, or the app's page where the path is one of its own, or null. */
    @Nullable
    Asset at(String path) {
        var file = files.get(path);
        return file == null && Pages.has(path) ? page : file;
    }

    /** The app's own files by their addresses. */
    Map<String, Asset> own() {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith("/app/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, byte[]> contents(String pattern, String below) throws IOException {
        var found = new TreeMap<String, byte[]>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            var address = file.getURL().toString();
            found.put(address.substring(address.lastIndexOf(below) + below.length()), file.getContentAsByteArray());
        }
        if (found.isEmpty()) {
            throw new IOException("nothing at " + pattern);
        }
        return found;
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
