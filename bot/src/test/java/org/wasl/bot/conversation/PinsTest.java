package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasl.triage.report.FactKey;

/** A place sent by a phone: a governorate after a question, and the point only with a word for it. */
class PinsTest {

    private static final Step.Asking PLACE = asking("place");
    private static final Step.Asking SPOT = asking("e-where");

    private static Step.Asking asking(String id) {
        return (Step.Asking) Scene.flow().step(id);
    }

    private static Turn sent(Scene scene, double latitude, double longitude) {
        return scene.advance(scene.state(), new Input.PlaceSent(latitude, longitude, Scene.NOW));
    }

    private static Turn pressed(Scene scene, Turn before, String option) {
        Conversation next = Scene.next(before);
        String token = "v1|" + next.session() + "|" + next.turn() + "|" + option;
        return scene.advance(next, new Input.Tapped(token, Scene.NOW));
    }

    private static String stored(Turn turn) {
        return new String(StateCodec.json(Scene.next(turn)), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "33.31, 44.37, Baghdad",
        "30.51, 47.80, Basra",
        "36.35, 43.14, Nineveh (Mosul)",
        "36.19, 44.01, Erbil",
        "36.86, 42.99, Duhok",
        "35.56, 45.44, Sulaymaniyah",
        "35.18, 45.98, Halabja",
        "31.05, 46.25, Dhi Qar",
    })
    void asksWhetherItIsTheNearest(double latitude, double longitude, String name) {
        Scene scene = Scene.at(PLACE, "en");
        Turn asked = sent(scene, latitude, longitude);
        assertThat(Scene.sends(asked).getLast().choices().getFirst().label()).isEqualTo(name);
        assertThat(Scene.options(asked)).endsWith("p-on").doesNotContain("p-here");
        Turn yes = pressed(scene, asked, "p-g0");
        assertThat(Scene.next(yes).answers().get("place")).hasSize(1);
        assertThat(Scene.next(yes).panel()).isNull();
    }

    @Test
    void offersBothSidesOfABorder() {
        // Between Kirkuk and Chamchamal, and between Hillah and Karbala.
        assertThat(Materials.REAL.towns().near(35.50, 44.60))
                .extracting(Towns.Town::governorate)
                .contains("KI", "SU");
        assertThat(Materials.REAL.towns().near(32.52, 44.33))
                .extracting(Towns.Town::governorate)
                .contains("KA", "BB");
    }

    @Test
    void knowsNoPlaceFarFromTheCountry() {
        Scene scene = Scene.at(PLACE, "en");
        for (double[] far : List.of(new double[] {51.5, -0.1}, new double[] {0, 0}, new double[] {Double.NaN, 44})) {
            Turn turn = sent(scene, far[0], far[1]);
            assertThat(Scene.next(turn).panel()).isNull();
            assertThat(Scene.next(turn).step()).isEqualTo("place");
        }
    }

    @Test
    void keepsNoPointWhereNobodyIsToCome() {
        Scene scene = Scene.at(PLACE, "ar-IQ");
        Turn asked = sent(scene, 30.47, 47.93);
        assertThat(stored(asked)).doesNotContain("30.47").doesNotContain("47.93");
        assertThat(stored(pressed(scene, asked, "p-g0"))).doesNotContain("30.47");
    }

    @Test
    void passesThePointOnOnlyByTheButtonThatSaysSo() {
        Scene scene = Scene.at(SPOT, "ckb");
        Turn asked = sent(scene, 30.47, 47.93);
        Turn with = pressed(scene, asked, "p-here");
        assertThat(Scene.next(with).lines().toString() + stored(with)).contains("30.47, 47.93");
        assertThat(Scene.next(with).consents())
                .anyMatch(consent -> consent.scope().equals("point") && consent.granted());

        Turn without = pressed(scene, asked, "p-g0");
        assertThat(stored(without)).doesNotContain("30.47");
        assertThat(Scene.next(without).consents())
                .noneMatch(consent -> consent.scope().equals("point"));
        assertThat(stored(pressed(scene, asked, "p-on"))).doesNotContain("30.47");
        assertThat(stored(pressed(scene, asked, "m-help"))).doesNotContain("30.47");
        Conversation waits = Scene.next(asked);
        assertThat(stored(scene.advance(waits, new Input.Said("near the bridge", "m", Scene.NOW))))
                .doesNotContain("30.47");
    }

    @Test
    void isOfNoUseWhereNoPlaceIsAsked() {
        Scene scene = Scene.at(asking("danger"), "en");
        Turn turn = sent(scene, 33.31, 44.37);
        assertThat(Scene.next(turn).panel()).isNull();
        assertThat(stored(turn)).doesNotContain("33.31");
        assertThat(turn.effects())
                .noneMatch(effect ->
                        effect instanceof Effect.File file && file.facts().isYes(FactKey.GOVERNORATE));
    }
}
