package org.wasl.bot.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The golden transcripts played once more, for who wants to see each turn. */
public final class PlayedTranscripts {

    private static final Path FOLDER = Path.of("src/test/resources/transcripts");

    private PlayedTranscripts() {}

    /** Told of every turn. */
    public interface Watcher {

        /** @param stored the dialogue's state as it is handed over to be stored */
        void turn(String transcript, Input input, Turn turn, byte[] stored);
    }

    public static void watchedBy(Watcher watcher) {
        for (Path file : files()) {
            String name = file.getFileName().toString();
            try {
                new TranscriptRunner(new Watched(new ConversationEngine(Materials.REAL), name, watcher))
                        .play(Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Says it in the build's report. */
    public static void report(String part, String text) {
        ConversationReport.put(part, text);
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Watched(Dialogue inner, String transcript, Watcher watcher) implements Dialogue {

        @Override
        public ConversationState begin(TurnContext context) {
            return inner.begin(context);
        }

        @Override
        public Turn advance(ConversationState state, Input input, TurnContext context) {
            Turn turn = inner.advance(state, input, context);
            watcher.turn(transcript, input, turn, inner.encode(turn.next()));
            return turn;
        }

        @Override
        public byte[] encode(ConversationState state) {
            return inner.encode(state);
        }

        @Override
        public ConversationState decode(byte[] stored) {
            return inner.decode(stored);
        }
    }
}
