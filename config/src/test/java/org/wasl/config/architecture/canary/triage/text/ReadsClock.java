package org.wasl.config.architecture.canary.triage.text;

import java.time.Instant;

final class ReadsClock {

    Instant read() {
        return Instant.now();
    }
}
