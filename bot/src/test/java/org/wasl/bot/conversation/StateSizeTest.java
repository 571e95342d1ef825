package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.triage.intake.Presence;

/** What a conversation costs in the store between two turns: small for a person who reports, bounded for anybody. */
class StateSizeTest {

    private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");
    private static final int USUAL = 4_096;
    private static final int WORST = 200_000;

    @Test
    void aLiveConversationIsStoredInFourKilobytes() throws IOException {
        List<Integer> all = new ArrayList<>();
        List<Integer> largest = new ArrayList<>();
        List<Path> transcripts;
        try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
            transcripts = files.sorted().toList();
        }
        for (Path file : transcripts) {
            List<Integer> sizes = new ArrayList<>();
            Dialogue dialogue = new Altered(new ConversationEngine(Materials.REAL), turn -> {
                sizes.add(StateCodec.encode((Conversation) turn.next()).length);
                return turn;
            });
            new TranscriptRunner(dialogue).play(Files.readString(file));
            all.addAll(sizes);
            largest.add(sizes.stream().max(Integer::compare).orElse(0));
        }
        List<Integer> turns = all.stream().sorted().toList();
        List<Integer> ends = largest.stream().sorted().toList();
        int small = (int) ends.stream().filter(size -> size < USUAL).count();
        ConversationReport.put(
                "bytes of a stored conversation",
                "median turn " + at(turns, 50) + ", p90 " + at(turns, 90) + ", largest " + turns.getLast() + "; "
                        + small + " of " + ends.size() + " golden transcripts stay under " + USUAL
                        + " all the way, median of their largest " + at(ends, 50));
        assertThat(at(turns, 50)).isLessThan(USUAL);
        assertThat(at(ends, 50)).isLessThan(USUAL);
    }

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
            String text = word % 5 == 0 ? "1" : "ئ".repeat(word % 2 == 0 ? 9_000 : 900) + word;
            state = engine.advance(state, new Input.Said(text, "m", now), context)
                    .next();
            largest = Math.max(largest, engine.encode(state).length);
        }
        assertThat(largest).isLessThan(WORST);
        ConversationReport.put("bytes of the largest conversation somebody could make", String.valueOf(largest));
    }

    private static int at(List<Integer> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
