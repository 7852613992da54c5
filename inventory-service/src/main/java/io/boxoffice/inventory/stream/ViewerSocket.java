package io.boxoffice.inventory.stream;

import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.util.function.Consumer;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a viewer, taken over from HTTP once the answer has begun, as Tomcat's WebSockets are: what HTTP keeps for a
 * request, tens of kilobytes, goes back to its pool, and a viewer who hears nothing costs a socket. Made by Tomcat.
 */
public final class ViewerSocket implements InternalHttpUpgradeHandler, Ear {
    private @Nullable SocketWrapperBase<?> socket;
    private @Nullable Consumer<Ear> whenOpen;
    private @Nullable Runnable whenClosed;
    private int sendBuffer;
    private volatile boolean closed;

    /**
     * Before the answer has ended.
     *
     * @param sendBuffer what the system keeps at most of what was not read
     */
    void prepare(int sendBuffer, Consumer<Ear> whenOpen) {
        this.sendBuffer = sendBuffer;
        this.whenOpen = whenOpen;
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        this.socket = wrapper;
    }

    @Override
    public void init(WebConnection connection) {
        var next = whenOpen;
        whenOpen = null;
        try {
            if (socket().getSocket() instanceof NioChannel channel) {
                channel.getIOChannel().setOption(StandardSocketOptions.SO_SNDBUF, sendBuffer);
            }
        } catch (IOException _) {
            close();
        }
        if (next != null) {
            next.accept(this);
        }
    }

    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        try {
            return switch (event) {
                case OPEN_READ -> isStillThere() ? SocketState.UPGRADED : SocketState.CLOSED;
                case OPEN_WRITE -> {
                    flush(socket());
                    yield SocketState.UPGRADED;
                }
                case STOP, TIMEOUT, DISCONNECT, ERROR, CONNECT_FAIL -> SocketState.CLOSED;
            };
        } catch (IOException _) {
            return SocketState.CLOSED;
        }
    }

    /** A viewer has nothing to say but goodbye. */
    private boolean isStillThere() throws IOException {
        var ignored = new byte[256];
        int read;
        do {
            read = socket().read(false, ignored, 0, ignored.length);
        } while (read > 0);
        return read == 0;
    }

    @Override
    public boolean isFree() {
        return !socket().hasDataToWrite();
    }

    @Override
    public void say(byte[]... frames) {
        var to = socket();
        to.getLock().lock();
        try {
            for (byte[] frame : frames) {
                to.write(false, frame, 0, frame.length);
            }
            flush(to);
        } catch (IOException | RuntimeException _) {
            // whatever is wrong with one viewer is not the others' concern
            close();
        } finally {
            to.getLock().unlock();
        }
    }

    private static void flush(SocketWrapperBase<?> to) throws IOException {
        if (to.flush(false)) {
            to.registerWriteInterest();
        }
    }

    @Override
    public boolean isClosed() {
        return closed || socket().isClosed();
    }

    @Override
    public void close() {
        socket().close();
        ended();
    }

    private SocketWrapperBase<?> socket() {
        var known = socket;
        if (known == null) {
            throw new IllegalStateException("not connected yet");
        }
        return known;
    }

    @Override
    public void destroy() {
        ended();
    }

    @Override
    public synchronized void whenClosed(Runnable work) {
        if (closed) {
            work.run();
        } else {
            whenClosed = work;
        }
    }

    private synchronized void ended() {
        closed = true;
        var work = whenClosed;
        whenClosed = null;
        if (work != null) {
            work.run();
        }
    }

    @Override
    public void timeoutAsync(long now) {
        // silence is no fault
    }

    @Override
    public void setSslSupport(SSLSupport support) {
        // not asked for
    }

    @Override
    public void pause() {
        // viewers are told by their audience
    }
}
