package org.wasl.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.telegram.TelegramSettings;
import org.wasl.bot.conversation.Dialogue;
import org.wasl.bot.filing.FilingConfiguration;
import org.wasl.bot.guard.GuardSettings;
import org.wasl.bot.mailbox.MailboxConfiguration;
import org.wasl.bot.media.MediaSettings;
import org.wasl.bot.session.SessionSettings;
import org.wasl.triage.intake.AttachmentId;
import org.wasl.triage.intake.EntryFixture;
import org.wasl.triage.mailbox.Pin;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.PrintedRecords;

/** Whatever is printed, logged or put into a message by accident says nothing of a person. */
class RedactionTest {

    /** One class of each package; those below it are looked through with it. */
    private static final List<Class<?>> PACKAGES = List.of(
            Channel.class,
            Dialogue.class,
            FilingConfiguration.class,
            GuardSettings.class,
            MailboxConfiguration.class,
            MediaSettings.class,
            SessionSettings.class);

    /** Codes, and names of what is open: the same for everybody, or by chance. */
    private static final List<String> CODES =
            List.of("id", "name", "next", "skip", "step", "option", "locale", "session", "flow", "question", "code");

    /** Names of what is stored and sent: they say who is meant to nobody who does not have the store. */
    private static final List<String> NAMES = List.of(
            "ConversationKey.hex",
            "askId",
            "boundTo",
            "inboxId",
            "incarnation",
            "intakeId",
            "mailboxId",
            "messageRef",
            "onceId",
            "refs",
            "replyId",
            "Choice.token",
            "OutgoingChoice.token",
            "Tap.token",
            "Tapped.token",
            "AttachmentFetched.report",
            "AttachmentFetched.attachment",
            "MessageRef.ref");

    /** Written by those who make the flows, the words and the settings, and read by everybody. */
    private static final List<String> OURS = List.of(
            "Advice.*",
            "Answered.*",
            "AskPlace.*",
            "AskText.*",
            "Asked.names",
            "Branch.*",
            "Budget.*",
            "Choose.*",
            "Count.counter",
            "Detailed.*",
            "End.*",
            "Entry.*",
            "Failed.what",
            "Flow.*",
            "Material.*",
            "Migration.*",
            "Number.*",
            "OfferReceipt.*",
            "OfficerTurn.answer",
            "Option.*",
            "Piece.*",
            "Place.*",
            "Pulse.trouble",
            "Returning.*",
            "Say.*",
            "Secret.*",
            "SessionSettings.node",
            "Started.campaign",
            "Story.*",
            "Territory.*",
            "Tool.*",
            "Town.*",
            "WebChatSettings.*",
            "WebLine.k");

    @Test
    void noRecordPrintsWhatMayBeAPersonsWords() {
        List<String> leaks = new ArrayList<>();
        PACKAGES.forEach(one -> leaks.addAll(records().leaks(one)));
        assertThat(leaks).isEmpty();
    }

    @Test
    void findsWhatPrintsTooMuch() {
        assertThat(PrintedRecords.plain("id")
                        .leaks(List.of(Careless.class, Listed.class, HalfCareful.class, Careful.class)))
                .containsExactly("Careless.words", "Listed.words", "HalfCareful.more");
    }

    private record Careless(String id, String words) {}

    private record Listed(List<String> words) {}

    private record HalfCareful(String words, List<String> more) {
        @Override
        public String toString() {
            return "HalfCareful[" + more + "]";
        }
    }

    private record Careful(String id, String words) {
        @Override
        public String toString() {
            return "Careful[" + id + ", redacted]";
        }
    }

    private static PrintedRecords records() {
        List<String> plain = Stream.of(CODES, NAMES, OURS).flatMap(List::stream).toList();
        return PrintedRecords.plain(plain.toArray(String[]::new))
                .sample(EntryFixture.ID)
                .sample(new AttachmentId("0a".repeat(16)))
                .sample(new ChannelKind("web"))
                .sample(new Pin(Bytes.copyOf(new byte[16]), Bytes.copyOf(new byte[32])))
                .sample(telegram());
    }

    private static TelegramSettings telegram() {
        String token = "12345:" + "planted-secret".repeat(2);
        return new TelegramSettings(
                token,
                token.toUpperCase(Locale.ROOT),
                "Planted",
                URI.create("https://api.telegram.org"),
                Duration.ofSeconds(25),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                100,
                64,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30));
    }
}
