package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wasl.bot.conversation.Conversation.Filing;
import org.wasl.bot.conversation.Conversation.Mailbox;
import org.wasl.bot.conversation.Conversation.Receipt;
import org.wasl.triage.intake.IntakeEntry;
import tools.jackson.databind.json.JsonMapper;

/** The desk may hold for weeks what was withdrawn, or what was left: whoever erases it all later asks for that too. */
class WithdrawnTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REPORT = "ab".repeat(16);
    private static final String MAILBOX = "cd".repeat(16);

    private static Scene filed(String question) {
        Scene scene = Scene.at((Step.Asking) Scene.flow().step(question), "en");
        String key = "11".repeat(32);
        Mailbox mailbox = new Mailbox(MAILBOX, key, key, 1, key, key);
        Conversation filed = Stored.with(scene.state(), "filing", new Filing(REPORT, 1, true, false, true));
        return scene.with(Stored.with(filed, "receipt", new Receipt(null, true, mailbox)));
    }

    private static Turn after(Scene scene, Turn before, Input input) {
        return scene.advance(Scene.next(before), input);
    }

    private static Input said(String text) {
        return new Input.Said(text, "m", Scene.NOW);
    }

    private static Turn tapped(Scene scene, Turn before, String option) {
        Conversation next = Scene.next(before);
        return after(
                scene, before, new Input.Tapped("v1|" + next.session() + "|" + next.turn() + "|" + option, Scene.NOW));
    }

    /** What the desk is asked to erase, each with the mailbox that proves whose it is. */
    private static Map<String, String> erased(Scene scene, Turn before) {
        Turn sure = after(scene, before, said("مسح"));
        return tapped(scene, sure, "p-erase").effects().stream()
                .filter(effect -> effect instanceof Effect.Tell tell && tell.entry() instanceof IntakeEntry.EraseAsked)
                .map(effect -> (IntakeEntry.EraseAsked) ((Effect.Tell) effect).entry())
                .collect(Collectors.toMap(
                        asked -> asked.id().value(), asked -> Objects.requireNonNullElse(asked.mailboxId(), "")));
    }

    @Test
    void isErasedTooWhenTheConversationRestedSince() {
        Scene scene = filed("withdraw-sure");
        Turn withdrawn = scene.tapped("so");
        assertThat(withdrawn.effects())
                .anyMatch(effect ->
                        effect instanceof Effect.Tell tell && tell.entry() instanceof IntakeEntry.WithdrawAsked);
        assertThat(Scene.next(withdrawn).step()).isEmpty();
        assertThat(erased(scene, withdrawn)).isEqualTo(Map.of(REPORT, MAILBOX));
    }

    @Test
    void isErasedTooWhenItWasTakenBackAndHidden() {
        Scene scene = filed("open-line");
        Turn taken = tapped(scene, scene.tapped("m-take-back"), "p-take-back");
        Turn hidden = after(scene, taken, said("خروج"));
        assertThat(erased(scene, hidden)).isEqualTo(Map.of(REPORT, MAILBOX));
    }

    @Test
    void isErasedTooWhenAnotherReportBeganSince() {
        Scene scene = filed("summary");
        Turn taken = tapped(scene, scene.tapped("m-take-back"), "p-take-back");
        Turn anew = tapped(scene, after(scene, taken, said("repeat")), "send");
        String second = Objects.requireNonNull(Scene.next(anew).filing()).id();
        assertThat(second).isNotEqualTo(REPORT);
        assertThat(erased(scene, anew)).isEqualTo(Map.of(REPORT, MAILBOX, second, MAILBOX));
    }

    @Test
    void whatWasFiledBeforeAnEarlierConversationWasTakenUpIsErasedWithItsOwnMailbox() {
        Scene earlier = Scene.at((Step.Asking) Scene.flow().step("age"), "en");
        Conversation paused =
                Stored.with(earlier.state(), "filing", new Filing("ef".repeat(16), 1, true, false, false));
        Scene scene = filed("came-back");
        Conversation back =
                Stored.with(Stored.with(scene.state(), "held", JSON.readTree(StateCodec.json(paused))), "askId", "1");
        Turn resumed = scene.advance(back, new Input.MarkAnswered("1", List.of(), Scene.NOW));
        assertThat(Scene.next(resumed).step()).isEqualTo("age");
        assertThat(erased(scene, resumed)).containsEntry(REPORT, MAILBOX).containsKey("ef".repeat(16));
    }

    @Test
    void doesNotCrowdOutWhatStillStands() {
        Scene scene = filed("withdraw-sure");
        List<Filing> before = List.of(one("01", false), one("02", true), one("03", false), one("04", false));
        Turn withdrawn =
                scene.with(Stored.with(scene.state(), "earlier", before)).tapped("so");
        assertThat(Scene.next(withdrawn).earlier())
                .extracting(Filing::id)
                .containsExactly("01".repeat(16), "03".repeat(16), "04".repeat(16), REPORT);
    }

    private static Filing one(String id, boolean withdrawn) {
        return new Filing(id.repeat(16), 1, true, withdrawn, false);
    }
}
