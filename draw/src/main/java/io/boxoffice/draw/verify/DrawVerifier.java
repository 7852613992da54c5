package io.boxoffice.draw.verify;

import io.boxoffice.draw.Draw;
import io.boxoffice.draw.MerkleTree;
import io.boxoffice.draw.Permutation;
import io.boxoffice.draw.verify.Document.Held;
import io.boxoffice.draw.verify.Document.Proof;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks one published draw: the document alone as far as it goes, with the list of participants all of it. */
public final class DrawVerifier {

    private final Source source;
    private final Expectations expected;
    private final List<String> checked = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    private DrawVerifier(InputStream file, Expectations expected) {
        source = new Source(file);
        this.expected = expected;
    }

    /** Reads the stream once, a line at a time. */
    public static Verdict verify(InputStream file, Expectations expected) throws IOException {
        return new DrawVerifier(file, expected).verdict();
    }

    private Verdict verdict() throws IOException {
        try {
            verify();
            return new Verdict.Good(checked, open);
        } catch (Wrong wrong) {
            return new Verdict.Refused(checked, wrong.why());
        } catch (Unreadable unreadable) {
            return new Verdict.Unreadable(unreadable.why());
        }
    }

    private void verify() throws IOException, Unreadable, Wrong {
        var document = Document.read(source);
        source.skipSpace();
        boolean alone = source.peek() == Source.END;
        commitment(document);
        var held = document.held();
        if (held == null) {
            require(alone, "participants are listed although the draw is not held");
            open.add("everything else: the draw is not held yet. Keep the commitment and compare it then");
            ownEntryNeedsLines();
            return;
        }
        opening(document, held);
        if (document.participants() == 0) {
            require(Arrays.equals(held.root(), MerkleTree.root(List.of())), "the root is not that of an empty tree");
        }
        if (alone && document.participants() > 0) {
            withoutLines(document, held);
        } else {
            new Participants(source, document.event(), document.participants(), held, expected.entry()).check(checked);
        }
        open.add("that each participant is a different person: leaves hide who they are");
    }

    private void commitment(Document document) throws Wrong {
        if (expected.commitment() == null) {
            open.add(
                    "that the commitment was published before the lobby opened (--commitment compares it with one noted then)");
        } else {
            require(
                    Arrays.equals(expected.commitment(), document.commitment()),
                    "the commitment is not the one that was noted down");
            checked.add("the commitment is the one that was noted down");
        }
    }

    private void opening(Document document, Held held) throws Wrong {
        require(
                Arrays.equals(Draw.commitment(held.seed()), document.commitment()),
                "the commitment is not the SHA-256 of the seed");
        checked.add("the commitment is the SHA-256 of the seed");
        require(!held.openedAt().isBefore(document.opensAt()), "the lobby was closed before its time");
        checked.add("the lobby was not closed before its time");
        require(
                Arrays.equals(Draw.key(held.seed(), held.root(), held.beacon()), held.key()),
                "the draw key does not come from seed, root and beacon");
        checked.add("the draw key comes from seed, root and beacon");
    }

    private void withoutLines(Document document, Held held) throws Unreadable, Wrong {
        open.add("the root and all positions: this is the document alone, without the list of participants");
        var proof = held.proof();
        if (proof == null) {
            ownEntryNeedsLines();
            return;
        }
        proof(document, held, proof);
        var entry = expected.entry();
        if (entry != null) {
            if (entry.joinIndex() != proof.joinIndex()) {
                throw new Unreadable("the proof is of join index %d".formatted(proof.joinIndex()));
            }
            require(Arrays.equals(entry.leaf(), proof.leaf()), "the proof has another leaf than the receipt");
            checked.add("the receipt for join index %d has position %d".formatted(proof.joinIndex(), proof.position()));
        }
    }

    private void proof(Document document, Held held, Proof proof) throws Wrong {
        require(proof.joinIndex() < document.participants(), "the proof's join index is beyond the participants");
        byte[] root;
        try {
            root = MerkleTree.root(proof.leaf(), proof.joinIndex(), document.participants(), proof.path());
        } catch (IllegalArgumentException e) {
            throw new Wrong("the proof: " + e.getMessage());
        }
        require(Arrays.equals(root, held.root()), "the proof's path does not lead to the root");
        checked.add("the leaf of join index %d is in the tree".formatted(proof.joinIndex()));
        var order = new Permutation(held.key(), document.participants());
        require(
                order.position(proof.joinIndex()) == proof.position(),
                "the proof's position is not what the key gives");
        checked.add("position %d is what the key gives join index %d".formatted(proof.position(), proof.joinIndex()));
    }

    private void ownEntryNeedsLines() throws Unreadable {
        if (expected.entry() != null) {
            throw new Unreadable("an entry can be checked in the list of participants or in its own proof alone");
        }
    }

    static void require(boolean condition, String otherwise) throws Wrong {
        if (!condition) {
            throw new Wrong(otherwise);
        }
    }
}
