package io.boxoffice.common.security;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes clients of other services' {@code /internal} APIs from {@code @HttpExchange} interfaces: address by name (of several
 * instances the first that answers), our bearer token, time limits, and readers that ignore fields they do not know.
 */
public final class InternalCalls {
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);
    private static final String REGISTRATION = "internal";

    private final ServiceProperties properties;
    private final OAuth2AuthorizedClientManager clients;
    private final RestClient.Builder builder;
    private final JsonMapper lenient;
    private final HttpClient http;

    InternalCalls(
            ServiceProperties properties,
            OAuth2AuthorizedClientManager clients,
            RestClient.Builder builder,
            JsonMapper json) {
        this.properties = properties;
        this.clients = clients;
        this.builder = builder;
        this.lenient = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    /** A client of {@code service} ({@code inventory}, {@code payment}, …) with the usual read time limit of 2 s. */
    public <T> T client(String service, Class<T> api) {
        return client(service, api, Duration.ofSeconds(2));
    }

    /** A client of {@code service} that waits {@code readTimeout} for an answer. */
    public <T> T client(String service, Class<T> api, Duration readTimeout) {
        var addresses = properties.services().getOrDefault(service, List.of());
        if (addresses.isEmpty()) {
            throw new IllegalStateException("set boxoffice.services." + service);
        }
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(readTimeout);
        var rest = builder.clone()
                .baseUrl(addresses.getFirst().toString())
                .requestFactory(requests)
                .configureMessageConverters(
                        converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(lenient)))
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders().setBearerAuth(token());
                    return execution.execute(request, body);
                })
                .requestInterceptor(new FirstThatAnswers(addresses))
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest))
                .build()
                .createClient(api);
    }

    private String token() {
        var authorized = clients.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                .principal("boxoffice")
                .build());
        if (authorized == null) {
            throw new IllegalStateException("the issuer gave no token");
        }
        return authorized.getAccessToken().getTokenValue();
    }
}
