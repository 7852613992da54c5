package io.boxoffice.waitingroom.token;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What keys are for.
 *
 * @param name as in the database
 * @param make new material
 * @param rotation none for a key that stays for ever
 */
record KeyPurpose(String name, Supplier<String> make, Optional<Rotation> rotation) {}
