package io.boxoffice.auditor.source;

/** A database open to a check. */
public record Database(String url, String username, String password) {

    /** The address without the secrets it might carry. */
    @Override
    public String toString() {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }
}
