package io.boxoffice.e2e.demo;

import java.util.List;

/**
 * What the demo was asked for.
 *
 * @param fans accounts that come, bots among them
 * @param seats seats on sale
 * @param seed decides everything the driver decides
 * @param bots the share of the fans that are bots
 * @param resale the share of the buyers who offer a ticket to other fans
 * @param refunds the share of the orders that support gives the money back for
 * @param lobby whether those who come before the opening wait in a lobby and are drawn by lot
 * @param kill whether one service after another is killed
 * @param moveShard whether the event is moved to another shard while it is sold
 * @param help whether only the usage was asked for
 */
public record DemoOptions(
        int fans,
        int seats,
        long seed,
        double bots,
        double resale,
        double refunds,
        boolean lobby,
        boolean kill,
        boolean moveShard,
        boolean help) {

    static final String USAGE = """
            Usage: boxoffice demo [options]
              Sells one event to many fans against the running fleet and checks that nothing went wrong.

              --fans N        how many accounts come (1 to 100000, default 200)
              --seats N       how many seats are on sale (3 to 50000, default 100)
              --seed N        decides who comes when and does what (default 7)
              --bots SHARE    share of the fans that are bots, 0 to 1 (default 0)
              --resale SHARE  share of the buyers who sell a ticket on, 0 to 1 (default 0.1)
              --refunds SHARE share of the orders that support refunds, 0 to 1 (default 0.05)
              --queue MODE    lobby (default): most come before the opening and are drawn by lot; fifo
              --kill random   kill -9 one service after another during the sale
              --move-shard    move the event to another shard in the middle of the sale
              --help          this text

            Exit code 0: every invariant held. 1: one is broken or the sale failed. 2: bad options.
            """;

    private static final DemoOptions DEFAULTS = new DemoOptions(200, 100, 7, 0, 0.1, 0.05, true, false, false, false);

    /** Reads a command line. */
    public static DemoOptions parse(String... args) {
        var words = List.of(args).iterator();
        DemoOptions options = DEFAULTS;
        while (words.hasNext()) {
            String name = words.next();
            if (name.equals("--help") || name.equals("-h")) {
                return options.helped();
            }
            if (name.equals("--move-shard")) {
                options = options.moving();
                continue;
            }
            int equals = name.indexOf('=');
            String value;
            if (equals > 0) {
                value = name.substring(equals + 1);
                name = name.substring(0, equals);
            } else if (words.hasNext()) {
                value = words.next();
            } else {
                throw new UsageException("needs a value or is unknown: " + name);
            }
            options = options.with(name, value);
        }
        return options;
    }

    private DemoOptions helped() {
        return new DemoOptions(fans, seats, seed, bots, resale, refunds, lobby, kill, moveShard, true);
    }

    private DemoOptions moving() {
        return new DemoOptions(fans, seats, seed, bots, resale, refunds, lobby, kill, true, help);
    }

    private DemoOptions with(String name, String value) {
        return switch (name) {
            case "--fans" ->
                new DemoOptions(
                        count(name, value, 1, 100_000),
                        seats,
                        seed,
                        bots,
                        resale,
                        refunds,
                        lobby,
                        kill,
                        moveShard,
                        help);
            case "--seats" ->
                new DemoOptions(
                        fans, count(name, value, 3, 50_000), seed, bots, resale, refunds, lobby, kill, moveShard, help);
            case "--seed" ->
                new DemoOptions(fans, seats, number(name, value), bots, resale, refunds, lobby, kill, moveShard, help);
            case "--bots" ->
                new DemoOptions(fans, seats, seed, share(name, value), resale, refunds, lobby, kill, moveShard, help);
            case "--resale" ->
                new DemoOptions(fans, seats, seed, bots, share(name, value), refunds, lobby, kill, moveShard, help);
            case "--refunds" ->
                new DemoOptions(fans, seats, seed, bots, resale, share(name, value), lobby, kill, moveShard, help);
            case "--queue" ->
                new DemoOptions(fans, seats, seed, bots, resale, refunds, lobby(name, value), kill, moveShard, help);
            case "--kill" ->
                new DemoOptions(fans, seats, seed, bots, resale, refunds, lobby, random(name, value), moveShard, help);
            default -> throw new UsageException("unknown option: " + name);
        };
    }

    /** How many of the accounts are bots. */
    int machines() {
        return (int) Math.round(fans * bots);
    }

    private static int count(String name, String value, int least, int most) {
        long number = number(name, value);
        if (number < least || number > most) {
            throw new UsageException("%s must be from %d to %d, not %s".formatted(name, least, most, value));
        }
        return (int) number;
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException notANumber) {
            throw new UsageException("%s needs a whole number, not %s".formatted(name, value));
        }
    }

    private static double share(String name, String value) {
        try {
            double share = Double.parseDouble(value);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException notANumber) {
            // told below, as a share out of range is
        }
        throw new UsageException("%s needs a share from 0 to 1, not %s".formatted(name, value));
    }

    private static boolean lobby(String name, String value) {
        return switch (value) {
            case "lobby" -> true;
            case "fifo" -> false;
            default -> throw new UsageException("%s knows only: lobby, fifo".formatted(name));
        };
    }

    private static boolean random(String name, String value) {
        if (!value.equals("random")) {
            throw new UsageException("%s knows only: random".formatted(name));
        }
        return true;
    }

    /** A command line that makes no sense. */
    public static final class UsageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}
