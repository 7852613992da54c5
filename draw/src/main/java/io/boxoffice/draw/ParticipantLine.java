package io.boxoffice.draw;

import java.util.HexFormat;

/** One participant in the published list; the form is exact to the byte, so that nothing but digits needs to be parsed. */
public final class ParticipantLine {

    public static final String BEFORE_INDEX = "{\"i\":";
    public static final String BEFORE_LEAF = ",\"leaf\":\"";
    public static final String BEFORE_POSITION = "\",\"p\":";
    public static final String END = "}\n";

    private static final HexFormat HEX = HexFormat.of();

    private ParticipantLine() {}

    /** Appends the line of the leaf that begins at {@code from}. */
    public static void append(StringBuilder to, long joinIndex, byte[] leaves, int from, long position) {
        to.append(BEFORE_INDEX).append(joinIndex).append(BEFORE_LEAF);
        for (int i = from; i < from + Sha256.LENGTH; i++) {
            to.append(HEX.toHighHexDigit(leaves[i])).append(HEX.toLowHexDigit(leaves[i]));
        }
        to.append(BEFORE_POSITION).append(position).append(END);
    }
}
