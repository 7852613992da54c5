package io.boxoffice.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The test vectors of docs/draw.md are what this module computes. */
class SpecificationTests {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void theVectorOfFiveParticipantsIsRight() throws IOException {
        var draw = new PublishedDraw(5);
        assertThat(vector("event")).isEqualTo(PublishedDraw.EVENT.toString());
        assertThat(vector("seed")).isEqualTo(HEX.formatHex(draw.seed));
        assertThat(vector("commitment")).isEqualTo(HEX.formatHex(draw.commitment));
        for (int i = 0; i < 5; i++) {
            assertThat(vector("5 leaf " + i)).isEqualTo(HEX.formatHex(draw.leaves.get(i)));
        }
        assertThat(vector("5 root")).isEqualTo(HEX.formatHex(draw.root));
        assertThat(vector("5 draw key")).isEqualTo(HEX.formatHex(draw.key));
        assertThat(vector("5 positions"))
                .isEqualTo(LongStream.range(0, 5)
                        .map(draw.order()::position)
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void theVectorOfAThousandIsRight() throws IOException {
        var draw = new PublishedDraw(1000);
        var positions = ByteBuffer.allocate(8000);
        LongStream.range(0, 1000).map(draw.order()::position).forEach(positions::putLong);
        assertThat(vector("1000 root")).isEqualTo(HEX.formatHex(draw.root));
        assertThat(vector("1000 draw key")).isEqualTo(HEX.formatHex(draw.key));
        assertThat(vector("1000 hash of positions"))
                .isEqualTo(HEX.formatHex(Sha256.digest().digest(positions.array())));
    }

    @Test
    void aJoinIndexThatNobodyHasIsALeafOfItsOwn() throws IOException {
        assertThat(vector("nobody leaf 0")).isEqualTo(HEX.formatHex(Draw.leaf(PublishedDraw.EVENT, 0, Draw.NOBODY)));
    }

    private static String vector(String name) throws IOException {
        return Files.readAllLines(Path.of("../docs/draw.md")).stream()
                .filter(line -> line.startsWith(name + "  "))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElseThrow();
    }
}
