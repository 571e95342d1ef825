package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.bot.channel.InboundContent.UnsupportedKind;

/**
 * What nobody should send, at every question of the flow, in the languages in turns: it is answered kindly or passed over, the
 * question stays open, nothing is erased, taken back or chosen by it, and what goes out is sound.
 */
class BadInputAtEveryStepTest {

    private static final List<String> WORDS = List.of(
            "",
            " \n\t",
            "\u0000",
            "\u0007\u001B[31m",
            "\uD800",
            "\uDC00\uD800",
            "a\uDFFFb",
            "\u202Eabc\u2066\u2069\u202C",
            "\u200F\u200E\u200D\u200C",
            "\uFEFF",
            "99",
            "٩٩",
            "۹۹",
            "0",
            "-1",
            "1.5",
            "1e9",
            "999999999999999999999999",
            "v1|abcdef|7|m-erase",
            "{emergency} {duress} '{0}'",
            "%s%n${jndi:ldap://x}",
            "<script>alert(1)</script>&amp;",
            "*_`[x](http://x)",
            "😀".repeat(5_000),
            "ا".repeat(9_000),
            "x".repeat(100_000),
            "a\u0301".repeat(3_000),
            "\uFDFA".repeat(4_000));

    private static final List<String> TOKENS = List.of(
            "",
            "|",
            "v1",
            "v1|||",
            "v1|abcdef|7|",
            "v1|abcdef|7|no-such-option",
            "v1|abcdef|7|p-erase",
            "v1|abcdef|7|p-take-back",
            "v1|abcdef|7|p-ar-IQ",
            "v1|abcdef|7|p-c0",
            "v1|abcdef|7|p-c99",
            "v1|abcdef|1|m-erase",
            "v1|other|7|m-erase",
            "v1|abcdef|8|m-erase",
            "v1|abcdef|999999999|m-erase",
            "v1|abcdef|9999999999|m-erase",
            "v1|abcdef|-1|m-erase",
            "v1|abcdef|٧|m-erase",
            "v1|abcdef|7|m-duress",
            "v1|abcdef|7|../../etc",
            "v2|abcdef|7|m-erase",
            "v1|abcdef|7|m-erase|more",
            "v1|abcdef|7|" + "x".repeat(80),
            "\u0000",
            "\uD800");

    private static final double[][] POINTS = {
        {Double.NaN, 44.4}, {33.3, Double.POSITIVE_INFINITY}, {900, -900}, {0, 0}, {-0.0, 180}, {90, 180}, {51.5, -0.1}
    };

    @TestFactory
    Stream<DynamicTest> wordsAreKeptOrPassedOver() {
        return everywhere((scene, locale) -> {
            for (String words : WORDS) {
                sound(scene, scene.said(words), words);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> tokensThatAreNotOnTheScreenChooseNothing() {
        return everywhere((scene, locale) -> {
            for (String token : TOKENS) {
                Turn turn = scene.forged(token);
                sound(scene, turn, token);
                assertThat(Scene.next(turn).step())
                        .as(token)
                        .isEqualTo(scene.step().id());
                assertThat(Scene.next(turn).panel()).as(token).isNull();
                assertThat(Scene.next(turn).answers())
                        .as(token)
                        .isEqualTo(scene.state().answers());
                assertThat(Scene.next(turn).locale()).as(token).isEqualTo(locale);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aFloodOfBadTapsIsAnsweredOnce() {
        return everywhere((scene, locale) -> {
            Turn first = scene.forged("v1|other|1|x");
            assertThat(Scene.sends(first)).isNotEmpty();
            Turn second = scene.advance(first.next(), new Input.Tapped("v1|other|2|x", Scene.NOW));
            assertThat(Scene.sends(second)).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> thingsTheChatHasNoUseForGetAKindLineAndTheQuestion() {
        return everywhere((scene, locale) -> {
            List<Input> things = new ArrayList<>();
            for (UnsupportedKind kind : UnsupportedKind.values()) {
                things.add(new Input.Unsupported(kind, Scene.NOW));
            }
            for (double[] point : POINTS) {
                things.add(new Input.PlaceSent(point[0], point[1], Scene.NOW));
            }
            for (MediaKind kind : MediaKind.values()) {
                things.add(new Input.MediaSent(kind, "", -1, "x".repeat(5_000), "", Scene.NOW));
            }
            for (Input thing : things) {
                Turn turn = scene.advance(scene.state(), thing);
                sound(scene, turn, thing.toString());
                assertThat(Scene.sends(turn)).as(thing.toString()).isNotEmpty();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> timersAndResultsNobodyWaitsForChangeNothing() {
        return everywhere((scene, locale) -> {
            for (Input late : List.of(
                    new Input.TimerFired("silence", 3, Scene.NOW),
                    new Input.TimerFired("no-such-timer", 7, Scene.NOW),
                    new Input.MarkAnswered("nobody-asked", List.of(), Scene.NOW),
                    new Input.ErasedAtDesk("ff".repeat(16), Scene.NOW),
                    new Input.HandedBack(Scene.NOW))) {
                Turn turn = scene.advance(scene.state(), late);
                assertThat(Scene.sends(turn)).as(late.toString()).isEmpty();
                assertThat(Scene.next(turn).step()).isEqualTo(scene.step().id());
            }
        });
    }

    /** Nothing is lost, nothing is undone, and what is shown can be shown. */
    private static void sound(Scene scene, Turn turn, String what) {
        String as = what.length() > 40 ? what.substring(0, 40) : what;
        assertThat(turn.effects())
                .as(as)
                .noneMatch(effect -> effect instanceof Effect.Forget
                        || effect instanceof Effect.EndInvitation
                        || effect instanceof Effect.DeleteMessages
                        || effect instanceof Effect.Tell);
        for (Effect.Send send : Scene.sends(turn)) {
            assertThat(send.text()).as(as).isNotBlank();
            assertThat(send.text().length()).as(as).isLessThanOrEqualTo(4096);
            assertThat(send.text()).as(as).doesNotContainPattern("[\u202A-\u202E\u0000\u0007\u001B]");
            assertThat(wellFormed(send.text())).as(as).isTrue();
            assertThat(isolatesClose(send.text())).as(as).isTrue();
        }
        if (!what.isBlank() && scene.step() instanceof Step.Story) {
            assertThat(Scene.next(turn).step()).as(as).isNotEmpty();
        }
    }

    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }

    private static boolean isolatesClose(String text) {
        int open = 0;
        for (char one : text.toCharArray()) {
            if (one == '\u2066' || one == '\u2067' || one == '\u2068') {
                open++;
            } else if (one == '\u2069') {
                open--;
            }
            if (open < 0) {
                return false;
            }
        }
        return open == 0;
    }

    private interface Check {
        void at(Scene scene, String locale);
    }

    private static Stream<DynamicTest> everywhere(Check check) {
        return Scene.questions().stream().map(step -> {
            String locale = Scene.inTurn(step);
            return DynamicTest.dynamicTest(step.id() + ", " + locale, () -> check.at(Scene.at(step, locale), locale));
        });
    }
}
