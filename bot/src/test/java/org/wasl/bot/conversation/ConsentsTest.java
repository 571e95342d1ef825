package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasl.triage.intake.Consent;

/** Consent is given layer by layer, named by the words shown, and taken back by changing the answer. */
class ConsentsTest {

    @ParameterizedTest
    @CsvSource({"ar,ar-IQ", "ckb,ckb", "kmr,kmr-Arab", "en,en"})
    void eachNamesTheTextShown(String language, String locale) {
        Chat chat = toThePermits(language).taps("referral", "done");
        Catalogue words = Materials.REAL.catalogue(locale);
        assertThat(chat.consents()).hasSizeGreaterThanOrEqualTo(4);
        for (Consent consent : chat.consents()) {
            assertThat(consent.locale()).isEqualTo(locale);
            assertThat(consent.at()).isEqualTo(Chat.NOW);
            assertThat(consent.channel()).isEqualTo("web");
            assertThat(shown(words, consent.scope())).contains(consent.textVersion());
        }
    }

    /** What asks for this scope, in the words of this locale. */
    private static List<String> shown(Catalogue words, String scope) {
        return Scene.flow().steps().values().stream()
                .filter(step -> step instanceof Step.Choose)
                .map(step -> (Step.Choose) step)
                .flatMap(step -> step.options().stream()
                        .filter(option -> Objects.toString(option.consent(), "")
                                .replace("!", "")
                                .equals(scope))
                        .map(option -> Consents.textVersion(words, step, option)))
                .toList();
    }

    @Test
    void otherWordsHaveAnotherName() {
        Step.Choose question = (Step.Choose) Scene.flow().step("permits");
        Option option = question.options().getFirst();
        assertThat(Consents.textVersion(Materials.REAL.catalogue("en"), question, option))
                .isNotEqualTo(Consents.textVersion(Materials.REAL.catalogue("ckb"), question, option));
    }

    @Test
    void whatIsNotTickedIsRefused() {
        Chat chat = toThePermits("en").taps("statistics", "done");
        assertThat(last(chat, "statistics").granted()).isTrue();
        assertThat(last(chat, "referral").granted()).isFalse();
        assertThat(last(chat, "contact").granted()).isFalse();
        assertThat(last(chat, "report").granted()).isTrue();
    }

    @Test
    void changingTheAnswerTakesItBack() {
        Chat chat = toThePermits("en").taps("referral", "done").taps("permit");
        assertThat(last(chat, "referral").granted()).isTrue();
        chat.taps("done");
        assertThat(last(chat, "referral").granted()).isFalse();
    }

    @Test
    void goingBackTakesItBack() {
        Chat chat = toThePermits("en").taps("referral", "done");
        chat.says("back");
        assertThat(last(chat, "referral").granted()).isFalse();
    }

    @Test
    void aChangedAnswerIsTakenBackBeforeItIsGivenAnew() {
        Chat chat = toThePermits("en").taps("referral", "done");
        chat.says("change");
        int permits = chat.options().size() - 2;
        chat.taps("p-c" + permits);
        assertThat(chat.step()).isEqualTo("permits");
        assertThat(last(chat, "referral").granted()).isFalse();
    }

    private static Consent last(Chat chat, String scope) {
        return chat.consents().stream()
                .filter(consent -> consent.scope().equals(scope))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private static Chat toThePermits(String language) {
        Chat chat = Chat.atTheStory(language).taps("done");
        for (int turn = 0; turn < 20 && !chat.offers("permit"); turn++) {
            chat.taps("m-skip");
        }
        return chat.taps("permit");
    }
}
