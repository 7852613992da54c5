package io.boxoffice.inventory.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The events that this instance follows. */
@Component
public class Following {
    private final Looks looks;
    private final FollowProperties properties;
    private final Repairs repairs;
    private final Map<UUID, Follower> followers = new ConcurrentHashMap<>();

    Following(Looks looks, FollowProperties properties, Repairs repairs) {
        this.looks = looks;
        this.properties = properties;
        this.repairs = repairs;
    }

    /** An event as everybody may see it. */
    public record Shown(long version, Instant asOf, List<SectionNow> sections) {}

    /** An event that is followed. */
    public interface Followership {
        /** Somebody waits to be told. */
        void wake();

        /** Follows no longer. */
        void end();

        /** Waits until it has told everybody that this is the end. */
        void awaitEnd(Duration longest) throws InterruptedException;
    }

    /**
     * Follows an event for this audience until it is over.
     *
     * @throws io.boxoffice.common.web.ProblemException 404 for an event without seats
     */
    public Followership follow(UUID event, Audience audience) {
        var follower = new Follower(event, looks, audience, properties, repairs);
        followers.put(event, follower);
        follower.start(() -> followers.remove(event, follower));
        return follower;
    }

    /** Seats of this event were changed by this instance, committed. */
    public void changed(UUID event) {
        var follower = followers.get(event);
        if (follower != null) {
            follower.changed();
        }
    }

    /** An event as it is now, when it is followed anyway. */
    public Optional<Shown> shown(UUID event) {
        return Optional.ofNullable(followers.get(event)).flatMap(Follower::fresh);
    }
}
