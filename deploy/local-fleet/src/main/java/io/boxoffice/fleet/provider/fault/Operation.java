package io.boxoffice.fleet.provider.fault;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a fault can strike. */
public enum Operation {
    CREATE("payment_intents.create"),
    CONFIRM("payment_intents.confirm"),
    CAPTURE("payment_intents.capture"),
    CANCEL("payment_intents.cancel"),
    RETRIEVE("payment_intents.retrieve"),
    LIST("payment_intents.list"),
    METHOD_CREATE("payment_methods.create"),
    METHOD_RETRIEVE("payment_methods.retrieve"),
    REFUND_CREATE("refunds.create"),
    REFUND_RETRIEVE("refunds.retrieve"),
    REFUND_LIST("refunds.list"),
    WEBHOOK("webhook");

    private final String wire;

    Operation(String wire) {
        this.wire = wire;
    }

    /** The name on the wire. */
    @JsonValue
    public String wire() {
        return wire;
    }
}
