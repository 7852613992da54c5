package io.boxoffice.e2e.fleet;

/** A database of the fleet, open to a check. */
public record Database(String url, String username, String password) {

    /** Its name: the last word of its address. */
    public String name() {
        String path = url.substring(url.lastIndexOf('/') + 1);
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    /** The address without the secrets it might carry. */
    @Override
    public String toString() {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }
}
