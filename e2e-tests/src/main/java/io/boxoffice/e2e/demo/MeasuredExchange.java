package io.boxoffice.e2e.demo;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Exchange;
import java.io.IOException;

/** Counts refusals by their code and times each attempt, as the client feels it. */
final class MeasuredExchange implements Exchange {

    private final Exchange inner;
    private final Tally tally;

    MeasuredExchange(Exchange inner, Tally tally) {
        this.inner = inner;
        this.tally = tally;
    }

    @Override
    public Answer send(Call call) throws IOException, InterruptedException {
        try {
            Answer answer = inner.send(call);
            tally.latency(call.operation(), answer.answeredNanos() - answer.sentNanos());
            if (answer.status() >= 400) {
                tally.error(answer.problem().code());
            }
            return answer;
        } catch (IOException lost) {
            tally.error("no-answer");
            throw lost;
        }
    }
}
