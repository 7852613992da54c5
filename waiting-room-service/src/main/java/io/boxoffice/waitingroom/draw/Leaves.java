package io.boxoffice.waitingroom.draw;

import io.boxoffice.draw.Draw;
import io.boxoffice.waitingroom.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down who joined. */
@Component
class Leaves {
    private final LotteryRepository lotteries;
    private final LeafStore store;
    private final TransactionTemplate transaction;

    Leaves(LotteryRepository lotteries, LeafStore store, TransactionTemplate transaction) {
        this.lotteries = lotteries;
        this.store = store;
        this.transaction = transaction;
    }

    /** Appends the fans that follow on those written; all of them, or none when somebody else was first. */
    boolean append(Lottery from, List<byte[]> fans) {
        var tree = from.tree();
        var leaves = new ArrayList<byte[]>(fans.size());
        for (var fan : fans) {
            var leaf = Draw.leaf(from.event(), tree.size(), Bytes.uuid(fan));
            leaves.add(leaf);
            tree.append(leaf);
        }
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            // first: the row's lock lets one in at a time
            boolean first = lotteries.grow(from, tree.size(), tree.toBytes());
            if (first) {
                store.append(from.event(), from.leaves(), leaves);
            }
            return first;
        }));
    }
}
