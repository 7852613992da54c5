package io.boxoffice.fleet.mail;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A mail address with the name beside it. */
record Address(
        @JsonProperty("Name") String name,
        @JsonProperty("Address") String address) {}
