package io.boxoffice.draw.verify;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command line. */
record Call(String file, Expectations expected) {

    private static final String USAGE = "usage: verify-draw FILE [--entry INDEX LEAF] [--commitment HASH]";

    static Call parse(List<String> args) throws Unreadable {
        String file = null;
        Expectations.Entry entry = null;
        byte[] commitment = null;
        var rest = args.iterator();
        while (rest.hasNext()) {
            var arg = rest.next();
            switch (arg) {
                case "--entry" -> entry = new Expectations.Entry(index(next(rest)), Members.hash("LEAF", next(rest)));
                case "--commitment" -> commitment = Members.hash("HASH", next(rest));
                default -> file = file(arg, file);
            }
        }
        if (file == null) {
            throw new Unreadable(USAGE);
        }
        return new Call(file, new Expectations(entry, commitment));
    }

    private static String file(String arg, @Nullable String before) throws Unreadable {
        if (before != null || arg.startsWith("--")) {
            throw new Unreadable(USAGE);
        }
        return arg;
    }

    private static String next(Iterator<String> rest) throws Unreadable {
        if (!rest.hasNext()) {
            throw new Unreadable(USAGE);
        }
        return rest.next();
    }

    private static long index(String text) throws Unreadable {
        if (!text.matches("\\d{1,10}")) {
            throw new Unreadable("INDEX is not a join index");
        }
        return Long.parseLong(text);
    }
}
