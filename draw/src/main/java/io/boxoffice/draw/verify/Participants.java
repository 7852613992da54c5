package io.boxoffice.draw.verify;

import static io.boxoffice.draw.verify.DrawVerifier.require;

import io.boxoffice.draw.Draw;
import io.boxoffice.draw.MerkleFrontier;
import io.boxoffice.draw.ParticipantLine;
import io.boxoffice.draw.Permutation;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list below the document: as many lines as participants, in order of join index, each in the one exact form. */
final class Participants {

    private final Source source;
    private final UUID event;
    private final long count;
    private final Document.Held held;
    private final Expectations.@Nullable Entry entry;
    private final MerkleFrontier tree = new MerkleFrontier();
    private long nobody;
    private long ownPosition;

    Participants(Source source, UUID event, long count, Document.Held held, Expectations.@Nullable Entry entry) {
        this.source = source;
        this.event = event;
        this.count = count;
        this.held = held;
        this.entry = entry;
    }

    void check(List<String> checked) throws IOException, Unreadable, Wrong {
        require(entry == null || entry.joinIndex() < count, "the receipt's join index is beyond the participants");
        if (count > 0) {
            lines(new Permutation(held.key(), count));
        }
        require(source.peek() == Source.END, "there are more lines than participants");
        require(Arrays.equals(tree.root(), held.root()), "the root is not that of the leaves");
        checked.add("%,d participants, one line each, no join index left out".formatted(count));
        checked.add("the root is that of the leaves");
        checked.add("every position is what the key gives, so no two are alike");
        if (nobody > 0) {
            checked.add("%,d of the join indexes belong to nobody".formatted(nobody));
        }
        if (entry != null) {
            checked.add("the receipt for join index %d has position %d".formatted(entry.joinIndex(), ownPosition));
        }
    }

    private void lines(Permutation order) throws IOException, Unreadable, Wrong {
        for (long i = 0; i < count; i++) {
            require(source.peek() != Source.END, "only %,d of %,d participants are listed".formatted(i, count));
            source.expect(ParticipantLine.BEFORE_INDEX);
            long joinIndex = source.number();
            source.expect(ParticipantLine.BEFORE_LEAF);
            var leaf = hash();
            source.expect(ParticipantLine.BEFORE_POSITION);
            long position = source.number();
            source.expect("}");
            if (!source.takeIf('\n') && source.peek() != Source.END) {
                throw source.unreadable("a line does not end");
            }
            line(i, joinIndex, leaf, position, order);
        }
    }

    private void line(long i, long joinIndex, byte[] leaf, long position, Permutation order) throws Wrong {
        if (joinIndex != i) {
            throw new Wrong("join index %d stands where %d should".formatted(joinIndex, i));
        }
        if (position != order.position(i)) {
            throw new Wrong("join index %d has not the position that the key gives".formatted(i));
        }
        if (entry != null && entry.joinIndex() == i) {
            require(Arrays.equals(entry.leaf(), leaf), "join index %d has another leaf than the receipt".formatted(i));
            ownPosition = position;
        }
        if (Arrays.equals(leaf, Draw.leaf(event, i, Draw.NOBODY))) {
            nobody++;
        }
        tree.append(leaf);
    }

    private byte[] hash() throws IOException, Unreadable {
        var hash = new byte[32];
        for (int i = 0; i < hash.length; i++) {
            hash[i] = (byte) (digit() << 4 | digit());
        }
        return hash;
    }

    private int digit() throws IOException, Unreadable {
        int digit = source.take();
        if (digit >= '0' && digit <= '9') {
            return digit - '0';
        }
        if (digit >= 'a' && digit <= 'f') {
            return digit - 'a' + 10;
        }
        throw source.unreadable("64 lowercase hexadecimal digits were expected");
    }
}
