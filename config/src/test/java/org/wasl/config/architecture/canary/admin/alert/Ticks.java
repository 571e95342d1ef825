package org.wasl.config.architecture.canary.admin.alert;

import org.springframework.scheduling.annotation.Scheduled;

final class Ticks {

    @Scheduled(fixedDelay = 1_000)
    void tick() {}
}
