package io.boxoffice.waitingroom.load;

import io.boxoffice.waitingroom.WaitingRoomProperties;
import io.boxoffice.waitingroom.WaitingRoomProperties.Admission;
import io.boxoffice.waitingroom.load.Strain.Signal;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What counts as overload of an instance that sells. */
@Component
class Limits {
    private static final double PERCENT = 100;

    private final Admission set;
    private final double targetMs;

    Limits(WaitingRoomProperties properties) {
        this.set = properties.admission();
        this.targetMs = set.targetP95().toMillis();
    }

    List<Signal> judge(InstanceLoad load) {
        var slow = load.p95Ms() > targetMs / 2;
        return List.of(
                signal(load, "p95 %.0f ms", load.p95Ms(), load.p95Ms() / targetMs),
                signal(load, "errors %.0f %%", load.errorRatio() * PERCENT, load.errorRatio() / set.maxErrors()),
                signal(load, "pool %.0f %%", load.poolSaturation() * PERCENT, load.poolSaturation() / set.maxPool()),
                signal(load, "cpu %.0f %%", load.cpu() * PERCENT, slow ? load.cpu() / set.maxCpu() : 0));
    }

    boolean isFull(InstanceLoad load) {
        return load.cpu() > set.maxCpu();
    }

    private static Signal signal(InstanceLoad load, String form, double figure, double ofLimit) {
        return new Signal(ofLimit, load.service() + " " + String.format(Locale.ROOT, form, figure));
    }
}
