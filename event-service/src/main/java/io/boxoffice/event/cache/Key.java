package io.boxoffice.event.cache;

/**
 * What is looked up.
 *
 * @param scope what changes together, e.g. everything about one event; a change gives it a new version
 * @param name which part of the scope
 * @param shared whether Redis keeps it, too
 */
public record Key(String scope, String name, boolean shared) {
    private static final String PREFIX = "cache:event:";

    /** The only part of its scope. */
    public static Key of(String scope) {
        return new Key(scope, "all", true);
    }

    String versionKey() {
        return PREFIX + scope + ":version";
    }

    String valueKey(long version) {
        return PREFIX + scope + ":" + version + ":" + name;
    }

    /** What is said on the channel when the scope has changed. */
    String word() {
        return PREFIX + scope;
    }
}
