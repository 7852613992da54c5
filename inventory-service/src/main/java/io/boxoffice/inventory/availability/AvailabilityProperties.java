package io.boxoffice.inventory.availability;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param availabilityCache how long a snapshot is shown before the next is taken */
@ConfigurationProperties("inventory")
record AvailabilityProperties(@DefaultValue("1s") Duration availabilityCache) {}
