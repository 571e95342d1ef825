package org.wasl.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NavigationTest {
    @Test
    void aPlaceBelowAnEntryBelongsToItAndOneThatOnlyBeginsLikeItDoesNot() {
        assertThat(Navigation.QUEUE.leadsTo("/queue")).isTrue();
        assertThat(Navigation.QUEUE.leadsTo("/queue/rows")).isTrue();
        assertThat(Navigation.QUEUE.leadsTo("/queues")).isFalse();
    }

    @Test
    void noTwoEntriesLeadToOnePlace() {
        assertThat(Stream.of(Navigation.values()).map(Navigation::path)).doesNotHaveDuplicates();
    }

    @Test
    void whatAllFitsStandsInTheBar() {
        List<Navigation> few = List.of(Navigation.QUEUE, Navigation.AUDIT);

        assertThat(Navigation.bar(few)).containsExactlyElementsOf(few);
    }
}
