package io.boxoffice.inventory.stream;

/** Where one viewer is told something. */
interface Ear {
    /** Whether what was said has been taken off our hands. */
    boolean isFree();

    /** Says these one after the other; what does not go at once goes later. */
    void say(byte[]... frames);

    /** Nothing can be said any more. */
    boolean isClosed();

    void close();

    /** What is to be done, once, when it is closed by whichever side. */
    void whenClosed(Runnable work);
}
