package io.boxoffice.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstancesTests {

    private static final List<URI> THREE =
            List.of(URI.create("http://a:1"), URI.create("http://b:2"), URI.create("http://c:3"));

    private Instant now = Instant.parse("2027-01-01T00:00:00Z");
    private final Instances instances = new Instances(THREE, () -> now);

    @Test
    void theOneWithTheFewestUnansweredRequestsIsNext() {
        var first = next();
        var second = next();
        first.asked();
        second.asked();

        var third = next();

        assertThat(third).isNotIn(first, second);
        third.asked();
        second.done();
        assertThat(List.of(next(), next(), next())).containsOnly(second);
    }

    @Test
    void oneThatRefusesIsLeftOutAndTriedByOneRequestASecond() {
        var dead = next();
        instances.leaveOut(dead, new ConnectException());
        assertThat(several()).doesNotContain(dead).hasSize(2);

        now = now.plus(Instance.TRIED_EVERY);
        assertThat(next()).isSameAs(dead);
        assertThat(several()).doesNotContain(dead);

        dead.answered();
        assertThat(several()).contains(dead);
    }

    @Test
    void whenAllAreLeftOutEachIsTriedOnce() {
        for (var instance : several()) {
            instances.leaveOut(instance, new ConnectException());
        }
        var asked = new HashSet<Instance>();

        for (var i = 0; i < THREE.size(); i++) {
            asked.add(instances.next(asked).orElseThrow());
        }

        assertThat(asked).hasSize(THREE.size());
        assertThat(instances.next(asked)).isEmpty();
    }

    @Test
    void pathAndQueryStayAsTheyAre() {
        var place = new Instance(URI.create("https://d:4")).place(URI.create("http://a:1/x%20y?a=%5B&b"));

        assertThat(place).isEqualTo(URI.create("https://d:4/x%20y?a=%5B&b"));
    }

    private Instance next() {
        return instances.next(List.of()).orElseThrow();
    }

    private Set<Instance> several() {
        var seen = new HashSet<Instance>();
        for (var i = 0; i < 2 * THREE.size(); i++) {
            seen.add(next());
        }
        return seen;
    }
}
