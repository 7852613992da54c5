package io.boxoffice.e2e.client.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Sends each call once over one shared HTTP/1.1 client, never more at a time than its lanes. */
public final class HttpExchange implements Exchange {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private final URI base;
    private final Duration timeout;
    private final Semaphore lanes;

    private HttpExchange(URI base, Duration timeout, int lanes) {
        this.base = base;
        this.timeout = timeout;
        this.lanes = new Semaphore(lanes, true);
    }

    /** An exchange with one address, 15 s of patience a call and a given number of calls at a time. */
    public static HttpExchange to(String base, int lanes) {
        return new HttpExchange(URI.create(base), Duration.ofSeconds(15), lanes);
    }

    /** The same with another patience. */
    public static HttpExchange to(String base, int lanes, Duration timeout) {
        return new HttpExchange(URI.create(base), timeout, lanes);
    }

    @Override
    public Answer send(Call call) throws IOException, InterruptedException {
        lanes.acquire();
        try {
            long sent = System.nanoTime();
            var response = CLIENT.send(request(call), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body(), sent, System.nanoTime());
        } finally {
            lanes.release();
        }
    }

    private HttpRequest request(Call call) {
        var body = call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body());
        var request = HttpRequest.newBuilder(base.resolve(call.path()))
                .timeout(timeout)
                .method(call.method(), body);
        call.headers().forEach(request::setHeader);
        return request.build();
    }
}
