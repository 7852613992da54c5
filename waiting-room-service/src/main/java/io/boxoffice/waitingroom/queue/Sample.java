package io.boxoffice.waitingroom.queue;

import io.boxoffice.waitingroom.Bytes;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who is challenged without any suspicion, so that bots cannot learn to look harmless.
 *
 * @param sampleRate the part of all fans of an event
 */
@Validated
@ConfigurationProperties("fraud.challenge")
record Sample(
        @DefaultValue("0.10") @DecimalMin("0") @DecimalMax("1")
        double sampleRate) {
    private static final double ALL = 0x1p32;

    /** Whether this fan is in this event's sample: by hash, so that trying again changes nothing. */
    boolean contains(UUID event, UUID fan) {
        var hash = ByteBuffer.wrap(Bytes.sha256(Bytes.of(event), Bytes.of(fan)));
        return Integer.toUnsignedLong(hash.getInt()) / ALL < sampleRate;
    }
}
