package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.triage.intake.Presence;

/** What a conversation costs in the store between two turns: bounded for anybody. */
class StateSizeTest {

    private static final int WORST = 200_000;

    private final Random random = new Random(9);

    @Test
    void whateverIsWrittenTheStoredConversationStaysWithinItsLimit() {
        ConversationEngine engine = new ConversationEngine(Materials.REAL);
        Instant now = Instant.parse("2026-11-22T06:00:00Z");
        TurnContext context = new TurnContext(
                now, byte[]::new, Presence.NOBODY, new ChannelKind("web"), TranscriptRunner.WIDE, false);
        ConversationState state = engine.begin(context);
        state = engine.advance(state, new Input.Started("", now), context).next();
        int largest = 0;
        for (int word = 0; word < 400; word++) {
            String text = word % 5 == 0 ? "1" : anything(word % 2 == 0 ? 9_000 : 900);
            state = engine.advance(state, new Input.Said(text, "m", now), context)
                    .next();
            largest = Math.max(largest, engine.encode(state).length);
        }
        assertThat(largest).isLessThan(WORST);
        ConversationReport.put("bytes of the largest conversation somebody could make", String.valueOf(largest));
    }

    /** Letters by chance: nothing in them repeats itself, so they cannot be made small. */
    private String anything(int letters) {
        StringBuilder text = new StringBuilder();
        random.ints(letters, 'ء', 'ۓ').forEach(letter -> text.append((char) letter));
        return text.toString();
    }
}
