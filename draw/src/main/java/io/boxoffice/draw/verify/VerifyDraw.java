package io.boxoffice.draw.verify;

import io.boxoffice.draw.Draw;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** {@code ./boxoffice verify-draw}: exit status 0 good, 1 refused, 2 not readable. */
public final class VerifyDraw {

    private static final int GOOD = 0;
    private static final int REFUSED = 1;
    private static final int UNREADABLE = 2;

    private VerifyDraw() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args), System.in, System.out, System.err));
    }

    static int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
        try {
            var call = Call.parse(args);
            try (var file = call.file().equals("-") ? in : Files.newInputStream(Path.of(call.file()))) {
                return print(DrawVerifier.verify(file, call.expected()), out, err);
            }
        } catch (Unreadable e) {
            return print(new Verdict.Unreadable(e.why()), out, err);
        } catch (NoSuchFileException e) {
            return print(new Verdict.Unreadable("there is no file " + e.getFile()), out, err);
        } catch (IOException e) {
            return print(new Verdict.Unreadable(e.toString()), out, err);
        }
    }

    private static int print(Verdict verdict, PrintStream out, PrintStream err) {
        return switch (verdict) {
            case Verdict.Good(var checked, var open) -> {
                list("checked:", checked, out);
                list("not checked:", open, out);
                out.printf("GOOD as far as it was checked (%s)%n", Draw.ALGORITHM);
                yield GOOD;
            }
            case Verdict.Refused(var checked, var why) -> {
                list("checked:", checked, out);
                out.println("REFUSED: " + why);
                yield REFUSED;
            }
            case Verdict.Unreadable(var why) -> {
                err.println("NOT READABLE: " + why);
                yield UNREADABLE;
            }
        };
    }

    private static void list(String title, List<String> facts, PrintStream out) {
        if (!facts.isEmpty()) {
            out.println(title);
            facts.forEach(fact -> out.println("  " + fact));
        }
    }
}
