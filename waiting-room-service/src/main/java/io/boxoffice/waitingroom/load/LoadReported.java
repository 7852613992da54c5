package io.boxoffice.waitingroom.load;

/** Our own reading of what every instance of every service tells once a second; ratios are 0…1. */
record LoadReported(
        String service,
        String instance,
        double p95Ms,
        double errorRatio,
        double poolSaturation,
        double cpu,
        long requests) {}
