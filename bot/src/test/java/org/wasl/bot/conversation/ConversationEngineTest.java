package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.intake.Presence;
import org.wasl.triage.seal.Bytes;

class ConversationEngineTest {

    private static final Triage TRIAGE = Triage.load();
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

    private final ConversationEngine engine =
            new ConversationEngine(TRIAGE::assess, ConversationSettings.DEFAULTS, FlowLimits.DEFAULTS);
    private ConversationState state = engine.begin(context());
    private List<Effect> effects = List.of();

    @Test
    void readsWhatItWroteBackUnchanged() {
        talk("1", "1", "1", "1");
        assertThat(engine.decode(engine.encode(state))).isEqualTo(state);
    }

    @Test
    void countsACampaignAndKeepsItNowhere() {
        Turn turn = engine.advance(state, new Input.Started("poster-12", NOW), context());
        assertThat(turn.effects()).contains(new Effect.Count("campaign.poster-12"));
        assertThat(new String(StateCodec.json((Conversation) turn.next()), StandardCharsets.UTF_8))
                .doesNotContain("poster");
    }

    @Test
    void readsTheFirstFormEverStored() throws Exception {
        try (var stored = ConversationEngineTest.class.getResourceAsStream("/states/v1-danger.json")) {
            assertThat(stored).isNotNull();
            state = engine.decode(stored.readAllBytes());
        }
        talk("1");
        assertThat(((Conversation) state).step()).isEqualTo("e-come");
    }

    @Test
    void refusesAStateItCannotReadWithoutQuotingIt() {
        assertThatThrownBy(() -> engine.decode("{\"version\":9,\"story\":\"secret\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("conversation state version: 9 (expected: 1)");
        assertThatThrownBy(() -> engine.decode("secret".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void forgetsTheDigitsOnceTheyWereConfirmed() {
        talk("1");
        advance(new Input.Worked(derived(true), NOW));
        talk("1", "1", "2", "شي صار", "1", "1", "4", "بغداد", "2");
        while (!((Conversation) state).step().equals("summary")) {
            talk("تخطي");
        }
        talk("1", "1");
        assertThat(digits()).hasSize(20);
        talk("حفظته");
        assertThat(digits()).isNull();
        assertThat(stored()).contains("\"digits\":null");
    }

    @Test
    void aNumberThatCannotBeLookedUpWhereNothingIsOpenMeetsTheGreeting() {
        advance(new Input.Said("00000000000000000195", "m", NOW));
        assertThat(((Conversation) state).step()).isEmpty();
        advance(new Input.Worked(new WorkResult.Failed("busy"), NOW));
        assertThat(((Conversation) state).step()).isEqualTo("greeting");
        assertThat(effects).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void readsTheWordsAroundANameOfAPlaceToo() {
        String danger = "he has a knife and says he will kill me, in Baghdad";
        state = StateCodec.decode(stored().replace("\"step\":\"\"", "\"step\":\"e-place\"")
                .replace("\"flags\":[]", "\"flags\":[\"CONSENTED\"]")
                .getBytes(StandardCharsets.UTF_8));
        advance(new Input.Said(danger, "m", NOW));
        assertThat(((Conversation) state).answers()).containsEntry("e-place", List.of("BG"));
        assertThat(effects)
                .anyMatch(effect -> effect instanceof Effect.File file
                        && file.story().equals(danger)
                        && file.lines().size() == 1);
    }

    @Test
    void printsNothingOfWhatAPersonWrote() {
        talk("1", "1", "1", "2", "my secret marker");
        assertThat(state.toString()).doesNotContain("marker");
        assertThat(effects.toString()).doesNotContain("marker");
        assertThat(((Conversation) state).story().toString()).doesNotContain("marker");
    }

    @Test
    void keepsTheTextOfAnAnswerThatIsTooLongForTheStory() {
        talk("1", "1", "1", "2");
        long arrived = 0;
        for (int piece = 0; piece < 5; piece++) {
            talk("word ".repeat(800));
            arrived += effects.stream()
                    .filter(effect -> effect instanceof Effect.File)
                    .flatMap(effect -> ((Effect.File) effect).lines().stream())
                    .filter(line -> line.text().startsWith("word"))
                    .count();
        }
        Conversation talk = (Conversation) state;
        arrived += talk.lines().stream()
                .filter(line -> line.text().startsWith("word"))
                .count();
        assertThat(arrived).isEqualTo(5);
        assertThat(talk.story().stream()
                        .mapToInt(fragment -> fragment.text().length())
                        .sum())
                .isLessThan(ConversationSettings.DEFAULTS.maxStory());
    }

    @Test
    void asksForOneWrongReceiptAfterAnotherAndThenLooksNoMoreUp() {
        talk("1", "4");
        int looked = 0;
        for (int attempt = 0; attempt < 8; attempt++) {
            talk("00000000000000000195");
            looked += (int) effects.stream()
                    .filter(effect -> effect instanceof Effect.Work)
                    .count();
            advance(new Input.Worked(derived(false), NOW));
        }
        assertThat(looked).isEqualTo(ConversationSettings.DEFAULTS.wrongReceipts());
    }

    @Test
    void goesOnAtItsOwnPlaceWhenItsFlowIsGone() {
        talk("1", "1", "1");
        String stored = stored().replace("\"flow\":\"report-1\"", "\"flow\":\"report-0\"");
        state = engine.decode(
                stored.replace("\"step\":\"danger\"", "\"step\":\"vanished\"").getBytes(StandardCharsets.UTF_8));
        talk("hello there");
        assertThat(((Conversation) state).step()).isEqualTo("story");
    }

    @Test
    void saysInTheirLanguageThatSomethingCouldNotBeRead() {
        talk("4");
        assertThat(engine.apology(state, context()).text()).startsWith("One message could not be read here.");
    }

    @Test
    void apologisesInEveryLanguageWithBothNumbersToSomebodyOfWhomNothingIsKnown() {
        String text = engine.apology(context()).text();

        assertThat(text.split("\n\n")).hasSize(4).doesNotHaveDuplicates();
        assertThat(text).contains("One message could not be read here.", "تعذرت قراءة رسالة هنا");
        assertThat(text).doesNotContain("{");
    }

    private static WorkResult derived(boolean minted) {
        Bytes key = Bytes.ofHex("11".repeat(32));
        return new WorkResult.ReceiptDerived(
                minted, false, new MailboxAddress("ab".repeat(16), key, key, 1), key, key, List.of());
    }

    private @Nullable String digits() {
        Conversation.Receipt receipt = ((Conversation) state).receipt();
        return receipt == null ? "none" : receipt.digits();
    }

    private String stored() {
        return new String(StateCodec.json((Conversation) state), StandardCharsets.UTF_8);
    }

    private void talk(String... words) {
        if (((Conversation) state).step().isEmpty()) {
            advance(new Input.Started("", NOW));
        }
        for (String word : words) {
            advance(new Input.Said(word, "m", NOW));
        }
    }

    private void advance(Input input) {
        Turn turn = engine.advance(state, input, context());
        state = turn.next();
        effects = new ArrayList<>(turn.effects());
    }

    private static TurnContext context() {
        return new TurnContext(
                NOW, count -> new byte[count], Presence.NOBODY, new ChannelKind("web"), TranscriptRunner.WIDE, false);
    }
}
