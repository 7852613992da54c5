package io.boxoffice.fleet.provider.books;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether money moves with the confirmation or only on demand. */
public enum CaptureMethod {
    @JsonProperty("manual")
    MANUAL,
    @JsonProperty("automatic")
    AUTOMATIC
}
