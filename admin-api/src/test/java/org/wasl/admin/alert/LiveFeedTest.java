package org.wasl.admin.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveFeedTest {
    private final LiveFeed feed = new LiveFeed(AlertSettings.DEFAULTS);

    @Test
    void letsEverybodyGoWhenTheNodeStopsAndTakesNobodyMore() {
        LiveFeed.Subscription one = feed.subscribe().orElseThrow();
        LiveFeed.Subscription other = feed.subscribe().orElseThrow();

        feed.end();

        assertThat(one.ended()).isTrue();
        assertThat(other.ended()).isTrue();
        assertThat(feed.listening()).isZero();
        assertThat(feed.subscribe()).isEmpty();
    }
}
