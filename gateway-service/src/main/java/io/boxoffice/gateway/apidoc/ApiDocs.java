package io.boxoffice.gateway.apidoc;

import io.boxoffice.gateway.door.Passage;
import io.boxoffice.gateway.door.Step;
import io.boxoffice.gateway.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Shows the description of the API: the document itself, and a page for people. */
@Component
public class ApiDocs implements Step {

    private static final String PATH = "/api/docs";
    private static final String DOCUMENT = PATH + "/openapi.json";

    /** The page's own files and nothing else; what it tries out goes to us. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Descriptions descriptions;
    private final Map<String, DocFile> files;

    ApiDocs(Descriptions descriptions) {
        this.descriptions = descriptions;
        var page = DocFile.ofOurs("index.html", "text/html; charset=utf-8");
        files = Map.of(
                PATH,
                page,
                PATH + "/",
                page,
                PATH + "/start.js",
                DocFile.ofOurs("start.js", "text/javascript; charset=utf-8"),
                PATH + "/swagger-ui.css",
                DocFile.ofLibrary("swagger-ui.css", "text/css; charset=utf-8"),
                PATH + "/swagger-ui-bundle.js",
                DocFile.ofLibrary("swagger-ui-bundle.js", "text/javascript; charset=utf-8"));
    }

    @Override
    public Mono<Passage> look(ServerWebExchange exchange) {
        var path = exchange.getRequest().getURI().getRawPath();
        var file = files.get(path);
        if (file == null && !path.equals(DOCUMENT)) {
            return Passage.granted(exchange);
        }
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(context -> context.setPathPattern(PATH));
        var method = exchange.getRequest().getMethod();
        if (!HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method)) {
            return Passage.refused(Problem.methodNotAllowed("GET, HEAD"));
        }
        return Passage.answered(
                file == null
                        ? descriptions.merged().flatMap(json -> document(exchange, json))
                        : Mono.defer(() -> file(exchange, file)));
    }

    private static Mono<Void> document(ServerWebExchange exchange, byte[] json) {
        var headers = exchange.getResponse().getHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
        headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
        return body(exchange, json);
    }

    private static Mono<Void> file(ServerWebExchange exchange, DocFile file) {
        var request = exchange.getRequest().getHeaders();
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        headers.set("Content-Security-Policy", POLICY);
        headers.setETag(file.etag());
        headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (request.getIfNoneMatch().contains(file.etag())) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            return response.setComplete();
        }
        headers.set(HttpHeaders.CONTENT_TYPE, file.type());
        if (!request.getOrEmpty(HttpHeaders.ACCEPT_ENCODING).toString().contains("gzip")) {
            return body(exchange, unpacked(file));
        }
        headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        return body(exchange, file.packed());
    }

    private static Mono<Void> body(ServerWebExchange exchange, byte[] body) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentLength(body.length);
        return HttpMethod.HEAD.equals(exchange.getRequest().getMethod())
                ? response.setComplete()
                : response.writeWith(
                        Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static byte[] unpacked(DocFile file) {
        try (var packed = new GZIPInputStream(new ByteArrayInputStream(file.packed()))) {
            return packed.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
