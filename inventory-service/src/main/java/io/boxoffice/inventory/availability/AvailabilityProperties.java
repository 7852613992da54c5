package io.boxoffice.inventory.availability;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param availabilityRefresh how often, at most, an event's picture is renewed because its seats change */
@ConfigurationProperties("inventory")
record AvailabilityProperties(@DefaultValue("250ms") Duration availabilityRefresh) {}
