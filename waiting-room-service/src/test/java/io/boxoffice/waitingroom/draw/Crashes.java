package io.boxoffice.waitingroom.draw;

import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.lines.Lines;
import io.boxoffice.waitingroom.redis.LuaScripts;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Instances that die before or after any step, as chance of the test's choice has it. */
final class Crashes {
    private final Random random;
    private final double chance;

    Crashes(long seed, double chance) {
        this.random = new Random(seed);
        this.chance = chance;
    }

    /** The death of one instance. */
    static final class Crash extends RuntimeException {}

    private synchronized void maybe() {
        if (random.nextDouble() < chance) {
            throw new Crash();
        }
    }

    LotteryRepository lotteries(JdbcClient jdbc) {
        return new LotteryRepository(jdbc) {
            @Override
            boolean grow(Lottery from, long leaves, byte[] frontier) {
                var grown = super.grow(from, leaves, frontier);
                maybe();
                return grown;
            }

            @Override
            void close(UUID event, Lottery.Closing closing) {
                super.close(event, closing);
                maybe();
            }

            @Override
            boolean hold(UUID event, Lottery.Result result) {
                var held = super.hold(event, result);
                maybe();
                return held;
            }
        };
    }

    LeafStore store(JdbcClient jdbc) {
        return new LeafStore(jdbc) {
            @Override
            void append(UUID event, long from, List<byte[]> leaves) {
                super.append(event, from, leaves);
                maybe();
            }
        };
    }

    LobbyScripts scripts(LuaScripts scripts, Lines lines) {
        return new LobbyScripts(scripts, lines) {
            @Override
            Lobby take(EventOnSale event, Lottery lottery, int atMost) {
                // few at once: many steps to die between
                var lobby = super.take(event, lottery, Math.min(atMost, 300));
                maybe();
                return lobby;
            }

            @Override
            long fill(EventOnSale event, long filled, List<Long> joinIndexes) {
                var further = super.fill(event, filled, joinIndexes.subList(0, Math.min(100, joinIndexes.size())));
                maybe();
                return further;
            }

            @Override
            void tell(Lottery lottery, Lottery.Closing closing, Lottery.Result result) {
                super.tell(lottery, closing, result);
                maybe();
            }
        };
    }
}
