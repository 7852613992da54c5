package io.boxoffice.fleet.supervisor;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Asks one address for a 200. */
record HttpProbe(int port, String path, @Nullable String bearer) {
    private static final int MILLIS = 3_000;

    HttpProbe(int port, String path) {
        this(port, path, null);
    }

    boolean answers() throws IOException {
        var address = URI.create("http://127.0.0.1:" + port + path).toURL();
        var connection = (HttpURLConnection) address.openConnection();
        connection.setConnectTimeout(MILLIS);
        connection.setReadTimeout(MILLIS);
        if (bearer != null) {
            connection.setRequestProperty("Authorization", "Bearer " + bearer);
        }
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            connection.disconnect();
        }
    }
}
