package org.wasl.bot.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class TurnCountersTest {

    @Test
    void countsManyInventedCampaignsAsOne() {
        TurnCounters counters = new TurnCounters(new SimpleMeterRegistry());
        counters.dropOff("campaign.poster-1");
        for (int i = 0; i < 1000; i++) {
            counters.dropOff("campaign.x" + i);
        }
        counters.dropOff("campaign.poster-1");

        assertThat(counters.dropOffs("campaign.poster-1")).isEqualTo(2);
        assertThat(counters.dropOffs(TurnCounters.OTHERS)).isEqualTo(1000 - (TurnCounters.MOST_NAMES - 1));
    }
}
