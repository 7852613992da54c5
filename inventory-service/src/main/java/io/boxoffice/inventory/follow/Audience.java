package io.boxoffice.inventory.follow;

import org.jspecify.annotations.Nullable;

/** Those who look at one event. Told by the event's follower, which waits for it, from one thread. */
public interface Audience {

    /** Again and again, also when nothing changed; {@code change} is what has since the last time. */
    void heard(Followed now, @Nullable Change change);

    /** What was told before may be wrong: everything is to be told anew. */
    void heardAnew(Followed now);

    /** Whether somebody has come who has been told nothing yet. */
    boolean isExpectant();

    /** Whether nobody has looked for a while, for good: nobody can come any more. */
    boolean isOver();

    /** The event is followed no longer. */
    void left();
}
