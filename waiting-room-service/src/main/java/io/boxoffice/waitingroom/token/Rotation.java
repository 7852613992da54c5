package io.boxoffice.waitingroom.token;

import java.time.Duration;

/**
 * The life of a generation of keys.
 *
 * @param every age of the newest at which another is made
 * @param ahead time between making and signing
 * @param keep time between the last signature and the end
 */
record Rotation(Duration every, Duration ahead, Duration keep) {}
