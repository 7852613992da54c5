package io.boxoffice.e2e;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path of the public API with what a good call of it needs.
 *
 * @param who whose call it is
 * @param body a good body, null for none
 * @param wrongTypes fields with a value of the wrong type each
 * @param keyed whether it needs an Idempotency-Key
 * @param pass whether it needs an access token
 */
record Route(
        String method,
        String path,
        Who who,
        @Nullable Map<String, Object> body,
        Map<String, Object> wrongTypes,
        boolean keyed,
        boolean pass) {

    enum Who {
        ORGANIZER,
        FAN,
        SCANNER,
        OPS,
        SUPPORT,
        QUEUE,
        ANYBODY
    }

    static Route get(String path, Who who) {
        return new Route("GET", path, who, null, Map.of(), false, false);
    }

    static Route delete(String path, Who who) {
        return new Route("DELETE", path, who, null, Map.of(), false, false);
    }

    static Route post(String path, Who who) {
        return new Route("POST", path, who, null, Map.of(), false, false);
    }

    static Route put(String path, Who who) {
        return new Route("PUT", path, who, null, Map.of(), false, false);
    }

    static Route patch(String path, Who who) {
        return new Route("PATCH", path, who, null, Map.of(), false, false);
    }

    Route taking(Map<String, Object> good, Map<String, Object> wrong) {
        return new Route(method, path, who, good, wrong, keyed, pass);
    }

    Route withKey() {
        return new Route(method, path, who, body, wrongTypes, true, pass);
    }

    Route withPass() {
        return new Route(method, path, who, body, wrongTypes, keyed, true);
    }

    boolean takesBody() {
        return body != null;
    }

    /** Whether a body without any field is a bad one. */
    boolean needsFields() {
        return takesBody() && !method.equals("PATCH") && !path.endsWith("/credential");
    }

    boolean needsBearer() {
        return who == Who.ORGANIZER || who == Who.FAN || who == Who.SCANNER || who == Who.OPS || who == Who.SUPPORT;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
