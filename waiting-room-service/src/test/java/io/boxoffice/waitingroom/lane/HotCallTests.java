package io.boxoffice.waitingroom.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.lane.HotCall.Kind;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class HotCallTests {
    private static final UUID EVENT = UUID.fromString("70000001-0000-4000-8000-000000000001");
    private static final String LINE = "/api/v1/events/" + EVENT + "/queue";
    private static final String POLL = LINE + "/entries/me";

    private static MockHttpServletRequest request(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }

    private static MockHttpServletRequest join() {
        var request = request("POST", LINE + "/entries");
        request.setContentType("application/json");
        request.setContent(new byte[100]);
        return request;
    }

    private static MockHttpServletRequest with(MockHttpServletRequest request, String header, String value) {
        request.addHeader(header, value);
        return request;
    }

    @Test
    void joinsPollsAndTheStatusAreHot() {
        assertThat(HotCall.of(request("GET", LINE))).contains(new HotCall(Kind.STATUS, EVENT));
        assertThat(HotCall.of(request("GET", POLL))).contains(new HotCall(Kind.POLL, EVENT));
        assertThat(HotCall.of(join())).contains(new HotCall(Kind.JOIN, EVENT));
        assertThat(Kind.POLL.pattern()).isEqualTo("/api/v1/events/{event_id}/queue/entries/me");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /queue", "HEAD, /queue", "OPTIONS, /queue", "DELETE, /queue/entries/me", "GET, /queue/entries",
        "GET, /queue/", "GET, /queue/entries/me/stream", "GET, /queue/entries/me/", "GET, /queue;x=1",
                "PUT, /queue/entries",
    })
    void otherMethodsAndPathsAreNot(String method, String after) {
        assertThat(HotCall.of(request(method, "/api/v1/events/" + EVENT + after)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/events/70000001-0000-4000-8000-00000000000g/queue",
                "/api/v1/events/../events/70000001-0000-4000-8000-000000000001/queue",
                "/api/v1/events/70000001-0000-4000-8000-0000000000010/queue",
                "/internal/events/70000001-0000-4000-8000-000000000001/queue"
            })
    void aPathThatNamesNoEventIsNot(String path) {
        assertThat(HotCall.of(request("GET", path))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer x",
        "Accept, text/event-stream",
        "Accept, application/json;q=0",
        "traceparent, 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    })
    void anythingUnusualAboutAPollTakesTheLongWay(String header, String value) {
        assertThat(HotCall.of(with(request("GET", POLL), header, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Accept, application/json",
        "Accept, '*/*'",
        "Accept, 'application/json, text/plain, */*'",
        "traceparent, 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00"
    })
    void aPollAsClientsSendItIsHot(String header, String value) {
        assertThat(HotCall.of(with(request("GET", POLL), header, value))).isPresent();
    }

    @Test
    void aQueryOrAnotherBodyIsNot() {
        var asked = request("GET", LINE);
        asked.setQueryString("x=1");
        var form = join();
        form.setContentType("application/x-www-form-urlencoded");
        var empty = join();
        empty.setContent(new byte[0]);
        var large = join();
        large.setContent(new byte[5000]);
        var endless = join();
        endless.setContent(null);

        for (var request : new MockHttpServletRequest[] {asked, form, empty, large, endless}) {
            assertThat(HotCall.of(request)).isEmpty();
        }
    }

    @Test
    void whatACallIsStaysTheSameWhileItIsServed() {
        var request = request("GET", POLL);
        var call = HotCall.of(request);

        request.setMethod("DELETE");

        assertThat(HotCall.of(request)).isEqualTo(call).isPresent();
    }
}
