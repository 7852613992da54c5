package io.boxoffice.gateway.accesstoken;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/** Our reading of {@code SessionEnded} and {@code SessionSuperseded}: which session places no more holds. */
record SessionOver(
        @JsonProperty(value = "session_id", required = true) String sessionId) {

    static final Set<String> TYPES = Set.of("io.boxoffice.SessionEnded.v1", "io.boxoffice.SessionSuperseded.v1");
}
