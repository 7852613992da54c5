package io.boxoffice.waitingroom.control;

import io.boxoffice.waitingroom.WaitingRoomProperties.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What operators see of one line.
 *
 * @param ratePerMinute how many come in while it is not paused
 * @param maxActive places on the site
 * @param autoRatePerMinute the controller's rate, where it has one: in mode AUTO, once fans have come
 * @param floor of the controller's rate
 * @param ceiling of the controller's rate
 * @param reason why the rate is what it is
 * @param noShowRate share of those let in who do not come
 */
record ControlView(
        Mode mode,
        int ratePerMinute,
        int maxActive,
        @Nullable String message,
        @Nullable Integer autoRatePerMinute,
        int floor,
        int ceiling,
        String reason,
        double noShowRate) {}
