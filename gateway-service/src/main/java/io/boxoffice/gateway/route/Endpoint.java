package io.boxoffice.gateway.route;

import org.springframework.http.HttpMethod;

/** One line of the route table. */
public record Endpoint(
        Service service, HttpMethod method, PathTemplate path, Caller caller, Admission admission, Patience patience) {

    static Endpoint to(Service service, HttpMethod method, String path, Caller caller) {
        return new Endpoint(service, method, PathTemplate.of(path), caller, Admission.NOT_ASKED, Patience.USUAL);
    }

    Endpoint admitting(Admission asked) {
        return new Endpoint(service, method, path, caller, asked, patience);
    }

    Endpoint within(Patience allowed) {
        return new Endpoint(service, method, path, caller, admission, allowed);
    }

    /** HEAD is served wherever GET is. */
    boolean serves(HttpMethod asked) {
        return method.equals(asked) || (HttpMethod.HEAD.equals(asked) && HttpMethod.GET.equals(method));
    }
}
