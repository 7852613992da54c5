package io.boxoffice.fleet.provider.api;

/** How long a page of a list is. */
final class Paging {
    private static final int PAGE = 10;
    private static final int LONGEST_PAGE = 100;

    private Paging() {}

    static int limit(Form form) {
        var given = form.numberOrNone("limit");
        long limit = given == null ? PAGE : given;
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw StripeRefusal.invalid("parameter_invalid_integer", "limit", "limit must lie between 1 and 100.");
        }
        return (int) limit;
    }
}
