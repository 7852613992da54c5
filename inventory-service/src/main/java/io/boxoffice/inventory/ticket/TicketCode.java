package io.boxoffice.inventory.ticket;

/**
 * A code that one of our keys signed.
 *
 * @param proof what comes after the signature; empty in a static code
 */
public record TicketCode(Mode mode, TicketFacts facts, String proof) {

    /** What a code proves. */
    public enum Mode {
        /** Static: for paper and mail. */
        S(4),
        /** Rotating: made anew every few seconds. */
        R(5);

        private final int parts;

        Mode(int parts) {
            this.parts = parts;
        }

        int parts() {
            return parts;
        }

        /** What its signature is over, up to the payload. */
        String prefix() {
            return "BX1." + name() + ".";
        }
    }
}
