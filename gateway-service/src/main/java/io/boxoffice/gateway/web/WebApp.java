package io.boxoffice.gateway.web;

import io.boxoffice.gateway.door.Passage;
import io.boxoffice.gateway.door.Step;
import io.boxoffice.gateway.problem.Problem;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers what belongs to the web app and lets everything else pass. */
public final class WebApp implements Step {

    private final Site site;
    private final BrowserRules rules;

    WebApp(Site site, BrowserRules rules) {
        this.site = site;
        this.rules = rules;
    }

    @Override
    public Mono<Passage> look(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var asset = site.at(request.getURI().getRawPath());
        if (asset == null) {
            return Passage.granted(exchange);
        }
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(context -> context.setPathPattern(asset.group()));
        var method = request.getMethod();
        if (!HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method)) {
            return Passage.refused(Problem.of(
                            HttpStatus.METHOD_NOT_ALLOWED,
                            "method-not-allowed",
                            "Method not allowed",
                            "This path does not serve that method.")
                    .with(HttpHeaders.ALLOW, "GET, HEAD"));
        }
        return Passage.answered(Mono.defer(() -> answer(exchange, asset)));
    }

    private Mono<Void> answer(ServerWebExchange exchange, Asset asset) {
        var request = exchange.getRequest();
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        rules.writeTo(headers);
        headers.setETag(asset.etag());
        headers.set(HttpHeaders.CACHE_CONTROL, asset.freshness().cacheControl());
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (names(request.getHeaders().getOrEmpty(HttpHeaders.IF_NONE_MATCH), asset.etag())) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            return response.setComplete();
        }
        response.setStatusCode(HttpStatus.OK);
        headers.set(HttpHeaders.CONTENT_TYPE, asset.type());
        var body = asset.bytes();
        if (asset.packs() && mentions(request.getHeaders().getOrEmpty(HttpHeaders.ACCEPT_ENCODING), "gzip")) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = asset.packed();
        }
        headers.setContentLength(body.length);
        return HttpMethod.HEAD.equals(request.getMethod())
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    /** Weak tags match too: a cache in between may have packed the file by itself. */
    private static boolean names(List<String> ifNoneMatch, String etag) {
        return ifNoneMatch.stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }

    private static boolean mentions(List<String> lines, String word) {
        return lines.stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(String::strip)
                .anyMatch(coding -> coding.equals(word) || (coding.startsWith(word + ";") && !coding.endsWith("q=0")));
    }
}
