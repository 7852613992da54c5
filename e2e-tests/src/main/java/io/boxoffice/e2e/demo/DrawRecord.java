package io.boxoffice.e2e.demo;

import java.nio.file.Path;
import java.util.List;

/**
 * How the lobby's draw went.
 *
 * @param participants how many were drawn
 * @param commitment what was published before
 * @param seed what it committed to
 * @param root of the tree of all participants
 * @param beacon where the public part of the draw's key came from
 * @param good whether the verifier finds nothing wrong
 * @param said what the verifier checked, or why it refuses
 * @param file what it looked at, to be checked by anybody
 */
record DrawRecord(
        long participants,
        String commitment,
        String seed,
        String root,
        String beacon,
        boolean good,
        List<String> said,
        Path file) {}
