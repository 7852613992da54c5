package io.boxoffice.gateway.route;

import org.springframework.http.HttpMethod;

/** One line of the route table. */
public record Endpoint(
        Service service,
        HttpMethod method,
        PathTemplate path,
        Caller caller,
        Admission admission,
        Patience patience,
        Load load) {

    static Endpoint to(Service service, HttpMethod method, String path, Caller caller) {
        return new Endpoint(
                service, method, PathTemplate.of(path), caller, Admission.NOT_ASKED, Patience.USUAL, Load.DOCUMENT);
    }

    Endpoint admitting(Admission asked) {
        return new Endpoint(service, method, path, caller, asked, patience, load);
    }

    Endpoint within(Patience allowed) {
        return new Endpoint(service, method, path, caller, admission, allowed, load);
    }

    Endpoint carrying(Load carried) {
        return new Endpoint(service, method, path, caller, admission, patience, carried);
    }

    /** HEAD is served wherever GET is. */
    boolean serves(HttpMethod asked) {
        return method.equals(asked) || (HttpMethod.HEAD.equals(asked) && HttpMethod.GET.equals(method));
    }
}
