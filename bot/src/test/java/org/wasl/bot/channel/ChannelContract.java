package org.wasl.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every channel keeps. An adapter's test extends it and plays the platform. */
@ExtendWith(LoopbackOnly.class)
public abstract class ChannelContract {

    private static final String MARKER = "marker-words-7f3a";
    private static final String AWKWARD =
            "_under_ *star* <b>&amp; \"quote\" [x](y) \u2066A-12\u2069 ڕێگا ێۆڵ 👩‍👧 `code`";

    protected final FakeGate gate = new FakeGate();

    /** The platform as a test plays it. */
    protected interface Platform extends AutoCloseable {

        Channel channel();

        /** A citizen who has opened the chat already. */
        ChannelAddress citizen();

        void says(String text);

        void taps(String token);

        /** The platform delivers the last thing once more, as platforms do. */
        void repeatsTheLast();

        void leaves();

        /** The texts that stand on the citizen's screen, oldest first. */
        List<String> screen();

        /** The labels that can be tapped at the moment, in order. */
        List<String> buttons();

        @Override
        void close();
    }

    protected abstract Platform platform(FakeGate into);

    private Platform platform;
    private int before;

    @BeforeEach
    void startPlatform() {
        platform = platform(gate);
        before = gate.taken().size();
    }

    @AfterEach
    void stopPlatform() {
        platform.close();
    }

    @Test
    void namesItselfAndWhatItCanDo() {
        Capabilities can = platform.channel().capabilities();
        assertThat(platform.channel().kind()).isEqualTo(platform.citizen().kind());
        assertThat(can.maxText()).isGreaterThanOrEqualTo(1000);
        assertThat(can.labelMax()).isPositive();
        assertThat(can.maxButtons()).isNotNegative();
    }

    @Test
    void handsOverTextAsItWasWritten() {
        platform.says(AWKWARD);

        InboundEvent event = gate.awaitTaken(before + 1).getLast();
        assertThat(event.content()).isEqualTo(new InboundContent.Text(AWKWARD));
        assertThat(event.from()).isEqualTo(platform.citizen());
        assertThat(Duration.between(event.saidAt(), Instant.now()).abs()).isLessThan(Duration.ofDays(1));
    }

    @Test
    void handsOverATapByItsToken() {
        platform.taps("v1|s|3|yes");

        assertThat(gate.awaitTaken(before + 1).getLast().content()).isEqualTo(new InboundContent.Tap("v1|s|3|yes"));
    }

    @Test
    void givesEveryEventAnIdOfItsOwn() {
        platform.says("one");
        platform.says("one");
        platform.taps("v1|s|3|yes");

        assertThat(gate.awaitTaken(before + 3).stream().map(InboundEvent::eventId))
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsTheOrderOfWhatIsSaid() {
        for (int i = 0; i < 20; i++) {
            platform.says("line " + i);
        }

        List<InboundEvent> events = gate.awaitTaken(before + 20);
        for (int i = 0; i < 20; i++) {
            assertThat(events.get(before + i).content()).isEqualTo(new InboundContent.Text("line " + i));
        }
    }

    @Test
    void aRepeatedDeliveryHasTheSameId() {
        platform.says("once");
        gate.awaitTaken(before + 1);
        int offered = gate.offered().size();

        platform.repeatsTheLast();

        List<InboundEvent> offers = gate.awaitOffered(offered + 1);
        assertThat(offers.getLast().eventId()).isEqualTo(gate.taken().getLast().eventId());
        assertThat(gate.taken()).hasSize(before + 1);
    }

    @Test
    void offersAgainWhatTheInboxCouldNotTake() {
        gate.down(true);
        int offered = gate.offered().size();
        platform.says("while the store is down");
        gate.awaitOffered(offered + 1);
        assertThat(gate.taken()).hasSize(before);

        gate.down(false);
        offersAgain();

        InboundEvent event = gate.awaitTaken(before + 1).getLast();
        assertThat(event.content()).isEqualTo(new InboundContent.Text("while the store is down"));
        assertThat(event.eventId()).isEqualTo(gate.offered().get(offered).eventId());
    }

    /** For platforms where the one who tries again is played by the test. */
    protected void offersAgain() {}

    @Test
    void showsTextAndButtonsAsGiven() {
        SendOutcome outcome = platform.channel().send(platform.citizen(), message("q1", AWKWARD, "نعم < & >", "_لا_"));

        assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
        assertThat(platform.screen()).containsExactly(AWKWARD);
        assertThat(platform.buttons()).containsExactly("نعم < & >", "_لا_");
    }

    @Test
    void theLongestTextArrivesWhole() {
        int max = platform.channel().capabilities().maxText();
        String longest = "ڕ".repeat(max - 4) + "👩‍👧".substring(0, 2) + "..";

        assertThat(platform.channel().send(platform.citizen(), message("long", longest)))
                .isInstanceOf(SendOutcome.Sent.class);

        assertThat(String.join("", platform.screen())).isEqualTo(longest);
    }

    @Test
    void takesButtonsAwayHoweverOftenAsked() {
        SendOutcome.Sent sent =
                (SendOutcome.Sent) platform.channel().send(platform.citizen(), message("q1", "choose", "yes"));

        platform.channel().settle(platform.citizen(), sent.messageRef());
        platform.channel().settle(platform.citizen(), sent.messageRef());

        assertThat(platform.buttons()).isEmpty();
        assertThat(platform.screen()).containsExactly("choose");
    }

    @Test
    void deletesAMessage() {
        SendOutcome.Sent sent = (SendOutcome.Sent) platform.channel().send(platform.citizen(), message("q1", "gone"));
        platform.channel().send(platform.citizen(), message("q2", "stays"));

        platform.channel().delete(platform.citizen(), sent.messageRef());

        assertThat(platform.screen()).containsExactly("stays");
    }

    @Test
    void saysThatTheCitizenLeft() {
        platform.leaves();

        assertThat(platform.channel().send(platform.citizen(), message("q1", "are you there")))
                .isInstanceOf(SendOutcome.BlockedByCitizen.class);
        assertThatCode(() -> platform.channel().settle(platform.citizen(), "1")).doesNotThrowAnyException();
    }

    @Test
    void printsNeitherAddressNorWords() {
        platform.says(MARKER);
        InboundEvent event = gate.awaitTaken(before + 1).getLast();
        OutgoingMessage message = message("q1", MARKER, MARKER);

        assertThat(event + " " + event.content() + " " + event.from() + " " + message + " " + message.choices())
                .doesNotContain(MARKER)
                .doesNotContain(platform.citizen().value());
    }

    @Test
    void stopsAsOftenAsAsked() {
        platform.channel().stop();
        platform.channel().stop();
        int offered = gate.offered().size();

        assertThatCode(() -> platform.says("after the end")).doesNotThrowAnyException();
        assertThat(gate.offered()).hasSize(offered);
    }

    protected static OutgoingMessage message(String id, String text, String... labels) {
        List<OutgoingChoice> choices = new java.util.ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            choices.add(new OutgoingChoice("v1|s|1|o" + i, labels[i]));
        }
        return new OutgoingMessage(id, text, choices, true, true, "rtl", "ar-IQ");
    }
}
