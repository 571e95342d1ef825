package org.wasl.bot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.conversation.Effect;
import org.wasl.bot.conversation.Input;
import org.wasl.bot.conversation.PlayedTranscripts;
import org.wasl.bot.conversation.Turn;
import org.wasl.triage.seal.BotKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;

/** What a live conversation takes in the store between two turns, with head, seal and padding, as it lies there. */
class StoredSizeTest {

    private static final int MOST = 4_096;
    private static final ConversationKey KEY = new ConversationKey("0a".repeat(16));

    @TempDir
    private Path folder;

    private final Random random = new Random(3);
    private final Map<String, List<Integer>> sizes = new TreeMap<>();
    private String transcript = "";
    private Session session = fresh();

    @Test
    void everyTurnOfEveryTranscriptIsStoredInFourKilobytes() {
        DraftSeal seal = nodesOwnSeal();
        List<Integer> dialogues = new ArrayList<>();
        PlayedTranscripts.watchedBy((name, input, turn, dialogue) -> {
            if (!name.equals(transcript)) {
                transcript = name;
                session = fresh();
            }
            advance(input, turn, dialogue);
            dialogues.add(dialogue.length);
            sizes.computeIfAbsent(name, first -> new ArrayList<>()).add(session.toStored(seal, KEY).length);
        });
        List<Integer> all =
                sizes.values().stream().flatMap(List::stream).sorted().toList();
        List<String> tooLarge = sizes.entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(size -> size >= MOST))
                .map(Map.Entry::getKey)
                .toList();
        dialogues.sort(null);
        PlayedTranscripts.report(
                "bytes of a stored conversation",
                "median turn " + at(all, 50) + ", p90 " + at(all, 90) + ", largest " + all.getLast() + " of "
                        + all.size() + " turns, sealed and padded; " + (sizes.size() - tooLarge.size()) + " of "
                        + sizes.size() + " golden transcripts stay under " + MOST
                        + " all the way\nthe dialogue's own part of it: median " + at(dialogues, 50) + ", p90 "
                        + at(dialogues, 90) + ", largest " + dialogues.getLast());
        assertThat(tooLarge).isEmpty();
    }

    /** As the web has it: its names of messages are the longest. */
    private void advance(Input input, Turn turn, byte[] dialogue) {
        session.revision++;
        session.spoke(input.at(), SessionSettings.DEFAULTS.invitation());
        session.dialogue = dialogue;
        session.locale = "ar-IQ";
        if (input instanceof Input.Said || input instanceof Input.MediaSent) {
            byte[] once = new byte[16];
            random.nextBytes(once);
            session.remember(new Session.MessageRef(HexFormat.of().formatHex(once), input.at(), false));
        }
        int place = 0;
        for (Effect effect : turn.effects()) {
            if (effect instanceof Effect.Send send) {
                session.remember(new Session.MessageRef(
                        session.incarnation + String.format("-%06x-%03d", session.revision, place++),
                        input.at().plusMillis(random.nextInt(900)),
                        send.purpose() == Effect.Purpose.QUESTION));
            } else if (effect instanceof Effect.Forget) {
                session = fresh();
            }
        }
    }

    private Session fresh() {
        byte[] address = new byte[16];
        random.nextBytes(address);
        String name = HexFormat.of().formatHex(address);
        return new Session(new ChannelAddress(new ChannelKind("web"), name), "019abcdef012" + "3456789a", 0);
    }

    private DraftSeal nodesOwnSeal() {
        DeskSecret secret = DeskSecret.of("5a".repeat(32));
        KeyFolder made = KeyFolder.create(folder.resolve("keys"), secret, new SecureRandom());
        BotKeys keys = BotKeys.load(made.botFolder(), Clock.systemUTC());
        return new DayKeySeal(keys.drafts().sealer(), keys.drafts().opener());
    }

    private static int at(List<Integer> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
