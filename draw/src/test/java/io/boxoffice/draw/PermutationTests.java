package io.boxoffice.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PermutationTests {

    @Test
    void everyoneGetsAPositionOfTheirOwn() {
        for (int n = 1; n <= 2000; n++) {
            assertOneToOne(new Permutation(key(n), n));
        }
    }

    @Test
    void soDoManyMore() {
        var random = new Random(4);
        for (int i = 0; i < 5; i++) {
            assertOneToOne(new Permutation(key(i), 2000 + random.nextInt(300_000)));
        }
        assertOneToOne(new Permutation(key(6), 1 << 18));
        assertOneToOne(new Permutation(key(7), (1 << 18) + 1));
    }

    @Test
    void theLargestDrawHasAWayBack() {
        var random = new Random(5);
        for (long n : new long[] {10_000_000, Permutation.MAX_SIZE - 1, Permutation.MAX_SIZE}) {
            var order = new Permutation(key(n), n);
            for (long i : random.longs(1000, 0, n).toArray()) {
                assertThat(order.position(i)).isBetween(0L, n - 1);
                assertThat(order.joinIndex(order.position(i))).isEqualTo(i);
            }
        }
    }

    @Test
    void whoIsNotThereHasNoPosition() {
        var order = new Permutation(key(1), 10);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> order.position(10));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> order.joinIndex(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Permutation(key(1), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Permutation(key(1), Permutation.MAX_SIZE + 1));
    }

    @Test
    void everyPositionIsEquallyLikelyForEveryone() {
        int keys = 20_000;
        for (int n : new int[] {2, 3, 4, 5, 7, 8, 12, 16, 17, 33}) {
            var seen = new long[n * n];
            for (int k = 0; k < keys; k++) {
                var order = new Permutation(key(1_000_003L * n + k), n);
                for (int i = 0; i < n; i++) {
                    seen[i * n + (int) order.position(i)]++;
                }
            }
            assertThat(chiSquare(seen, keys / (double) n))
                    .as("positions of %d", n)
                    .isLessThan(limit((n - 1) * (n - 1)));
        }
    }

    @Test
    void everyOrderOfAFewIsEquallyLikely() {
        int keys = 40_000;
        int orders = 1;
        for (int n = 2; n <= 4; n++) {
            orders *= n;
            var seen = new HashMap<Long, Long>();
            for (int k = 0; k < keys; k++) {
                var order = new Permutation(key(2_000_003L * n + k), n);
                long number = 0;
                for (int i = 0; i < n; i++) {
                    number = number * n + order.position(i);
                }
                seen.merge(number, 1L, Long::sum);
            }
            assertThat(seen).hasSize(orders);
            var counts = seen.values().stream().mapToLong(Long::longValue).toArray();
            assertThat(chiSquare(counts, keys / (double) orders))
                    .as("orders of %d", n)
                    .isLessThan(limit(orders - 1));
        }
    }

    private static void assertOneToOne(Permutation order) {
        var taken = new BitSet((int) order.size());
        for (long i = 0; i < order.size(); i++) {
            long position = order.position(i);
            taken.set((int) position);
            if (order.joinIndex(position) != i) {
                assertThat(order.joinIndex(position)).isEqualTo(i);
            }
        }
        assertThat(taken.nextClearBit(0)).isEqualTo((int) order.size());
        assertThat(taken.length()).isEqualTo((int) order.size());
    }

    private static double chiSquare(long[] seen, double expected) {
        double sum = 0;
        for (long count : seen) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    /** What chi-square exceeds once in 30,000 times (Wilson and Hilferty's approximation); the keys are always the same ones. */
    private static double limit(int freedom) {
        double a = 2.0 / (9 * freedom);
        return freedom * Math.pow(1 - a + 4 * Math.sqrt(a), 3);
    }

    private static byte[] key(long number) {
        return Draw.commitment(ByteBuffer.allocate(8).putLong(number).array());
    }
}
