package io.boxoffice.e2e.client.http;

import java.io.IOException;

/** Sends calls to one base address. */
@FunctionalInterface
public interface Exchange {

    /**
     * Sends a call and waits for its answer.
     *
     * @throws IOException when no answer came
     */
    Answer send(Call call) throws IOException, InterruptedException;
}
