package io.boxoffice.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleTreeTests {

    private static final HexFormat HEX = HexFormat.of();

    /** The inputs with which implementations of Certificate Transparency are tested. */
    private static final List<byte[]> KNOWN = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(hex -> leaf(HEX.parseHex(hex)))
            .toList();

    private static final List<String> KNOWN_ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void theRootsAreThoseOfCertificateTransparency() {
        for (int n = 0; n <= KNOWN.size(); n++) {
            assertThat(hex(MerkleTree.root(KNOWN.subList(0, n)))).isEqualTo(KNOWN_ROOTS.get(n));
        }
    }

    @Test
    void thePathsAreThoseOfCertificateTransparency() {
        assertThat(MerkleTree.path(0, KNOWN))
                .extracting(MerkleTreeTests::hex)
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(MerkleTree.path(5, KNOWN))
                .extracting(MerkleTreeTests::hex)
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void everyPathLeadsToTheRootAndToNoOther() {
        for (int n = 1; n <= 70; n++) {
            var leaves = leaves(n);
            var root = MerkleTree.root(leaves);
            for (int i = 0; i < n; i++) {
                var path = MerkleTree.path(i, leaves);
                assertThat(MerkleTree.root(leaves.get(i), i, n, path)).isEqualTo(root);
                assertThat(MerkleTree.root(leaf(new byte[] {9}), i, n, path)).isNotEqualTo(root);
                int other = (i + 1) % n;
                assertThat(other != i && leads(leaves.get(i), other, n, path, root))
                        .isFalse();
            }
        }
    }

    @Test
    void aPathOfAnotherLengthIsRefused() {
        var path = MerkleTree.path(3, KNOWN);
        var longer = new ArrayList<>(path);
        longer.add(path.getFirst());
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.root(KNOWN.get(3), 3, 8, longer));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.root(KNOWN.get(3), 3, 8, path.subList(0, 2)));
    }

    @Test
    void aTreeThatGrowsGoesOnFromWhatItRemembers() {
        var leaves = leaves(300);
        var frontier = new MerkleFrontier();
        for (int n = 0; n < leaves.size(); n++) {
            assertThat(frontier.root()).isEqualTo(MerkleTree.root(leaves.subList(0, n)));
            frontier = new MerkleFrontier(frontier.size(), frontier.toBytes());
            frontier.append(leaves.get(n));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new MerkleFrontier(3, new byte[32]));
    }

    @Test
    void rootsOfEquallyLargeChunksStandForTheirLeaves() {
        int chunk = 8;
        for (int n = 1; n <= 100; n++) {
            var leaves = leaves(n);
            var chunks = IntStream.iterate(0, from -> from < leaves.size(), from -> from + chunk)
                    .mapToObj(from -> leaves.subList(from, Math.min(from + chunk, leaves.size())))
                    .toList();
            var roots = chunks.stream().map(MerkleTree::root).toList();
            assertThat(MerkleTree.root(roots)).isEqualTo(MerkleTree.root(leaves));
            int index = n * 7 / 11;
            var path = MerkleTree.path(index % chunk, chunks.get(index / chunk));
            path.addAll(MerkleTree.path(index / chunk, roots));
            assertThat(path).containsExactlyElementsOf(MerkleTree.path(index, leaves));
        }
    }

    private static boolean leads(byte[] leaf, int index, int size, List<byte[]> path, byte[] root) {
        try {
            return java.util.Arrays.equals(root, MerkleTree.root(leaf, index, size, path));
        } catch (IllegalArgumentException wrongLength) {
            return false;
        }
    }

    private static List<byte[]> leaves(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> leaf(new byte[] {(byte) i, (byte) (i >> 8)}))
                .toList();
    }

    private static byte[] leaf(byte[] data) {
        var sha = Sha256.digest();
        sha.update((byte) 0);
        return sha.digest(data);
    }

    private static String hex(byte[] hash) {
        return HEX.formatHex(hash);
    }
}
