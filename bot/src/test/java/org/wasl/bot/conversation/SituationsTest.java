package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.triage.intake.Line;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.intake.Presence;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;
import org.wasl.triage.seal.Bytes;

/** What must never be said or asked to somebody in despair, to a child, to somebody who searches, to somebody who insults. */
class SituationsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final Set<String> ABOUT_SELF_HARM = Set.of("confirm-self", "self-harm", "sui-more", "sui-near");

    private final ConversationEngine engine = new ConversationEngine(Materials.REAL);
    private final Random random = new Random(11);
    private final List<Effect> effects = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private Presence presence = new Presence(NOW, List.of(new Presence.Staffed("ar-IQ", "FED", 2)));
    private ConversationState state = engine.begin(context());
    private int turn;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ar|هل راسلتكم زوجتي؟|ليش طلعت بنتي؟ وين هي؟ هربت من البيت",
                "ckb|ئایا ژنەکەم پەیوەندی بە ئێوەوە کردووە؟|کچەکەم ڕایکردووە، لە کوێیە؟",
                "kmr|ژنا من ژ بۆ هەوە نڤیسیە؟|کچا من ژ مال ڕەڤیە، ل کیرێ یە؟",
                "en|Did my wife contact you?|My daughter ran away, where is she?",
            })
    void whoSearchesHearsTheSameBytesWhateverThereIs(String locale, String one, String other) {
        String first = answerTo(locale, one);

        begin();
        gate(locale);
        say("كتبت هنا");
        tap("m-human");
        assertThat(effects).anyMatch(effect -> effect instanceof Effect.File);
        advance(new Input.Said("exit", "m", NOW));
        String afterAnEarlierReport = answerTo(locale, other);

        begin();
        advance(new Input.Said("00000000000000000195", "m", NOW));
        advance(new Input.Worked(new WorkResult.Failed("busy"), NOW));
        String afterAWrongNumber = answerTo(locale, one);

        assertThat(first).isNotEmpty().isEqualTo(afterAnEarlierReport).isEqualTo(afterAWrongNumber);
    }

    private String answerTo(String locale, String question) {
        if (!current().step().equals("greeting")) {
            advance(new Input.Started("", NOW));
        }
        gate(locale);
        say(question);
        effects.clear();
        tap("done");
        assertThat(effects)
                .as("nothing is looked up for the answer")
                .noneMatch(effect -> effect instanceof Effect.AskMark || effect instanceof Effect.Work);
        return texts().getFirst();
    }

    @Test
    void whoSearchesIsKeptAsSuchAndHearsThatItArrivedAndNoMore() {
        gate("en");
        say("Did my wife contact you?");
        tap("done", "looking", "partner", "adult", "days", "BA", "so", "send");

        Effect.File file = filed();
        assertThat(file.facts().observations(FactKey.FOR_WHOM)).anyMatch(fact -> "searcher".equals(fact.detail()));
        assertThat(asked)
                .filteredOn(step -> step.startsWith("searcher"))
                .containsExactly(
                        "searcher-who",
                        "searcher-relation",
                        "searcher-age",
                        "searcher-since",
                        "searcher-place",
                        "searcher-fear",
                        "searcher-send",
                        "searcher-receipt");
        assertThat(texts()).anyMatch(text -> text.startsWith("This was received"));
    }

    @Test
    void whoSearchesForNobodyIsAskedLikeEverybodyElse() {
        gate("en");
        say("Did my husband contact you? He hits me every day");
        tap("done", "me");
        assertThat(current().step()).doesNotStartWith("searcher");
        assertThat(filedOrNull()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"how", "intend", "acted"})
    void aPlanAnIntentOrAnAttemptIsFiledInThatTurn(String answer) {
        gate("ar");
        say("ما اريد اعيش بعد");
        tap("done", "so");
        effects.clear();

        tap(answer);

        assertThat(filed().assessment().level()).isEqualTo(Level.L1_IMMEDIATE);
        assertThat(texts()).anyMatch(text -> text.contains("شخص من الفريق يقرأ هذا الآن"));
        assertThat(asked).filteredOn(ABOUT_SELF_HARM::contains).hasSizeLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ar|ما اريد اعيش بعد",
                "ckb|نامەوێت بژیم",
                "kmr|من نەڤێت بژیم",
                "en|I do not want to live any more",
                "ar|شربت حبوب هسه",
                "ckb|ئەمشەو خۆم دەسووتێنم"
            })
    void nobodyIsAskedAboutSelfHarmWhileNobodyIsThere(String locale, String words) {
        presence = Presence.NOBODY;
        gate(locale);
        say(words);
        if (current().step().equals("story")) {
            tap("done");
        }

        assertThat(asked).doesNotContainAnyElementsOf(ABOUT_SELF_HARM);
        assertThat(texts()).anyMatch(text -> text.contains("911"));
    }

    @Test
    void aChildUnderFifteenMeetsAPersonAtOnce() {
        gate("ar");
        say("عمري 12 وابوي يضربني كل يوم");
        tap("done", "me");

        assertThat(filed().unconfirmed()).isFalse();
        assertThat(current().step()).isEqualTo("e-wait");
        assertThat(asked).doesNotContain("age", "place", "child-reach", "child-place");
    }

    @Test
    void aChildOfSixteenIsAskedTwoThings() {
        gate("ckb");
        say("تەمەنم ١٦ ساڵە و باوکم لێم دەدات");
        tap("done", "me", "unsure", "m-skip");

        assertThat(asked).filteredOn(step -> step.startsWith("child")).containsExactly("child-reach", "child-place");
        assertThat(current().step()).isEqualTo("e-wait");
    }

    @Test
    void whatAChildWroteGoesToTheTeamAsItStands() {
        gate("ar");
        String words = "عمري 12  و ابوي يضربنييي";
        say(words);
        tap("done", "me");

        assertThat(effects)
                .filteredOn(effect -> effect instanceof Effect.File)
                .flatExtracting(effect -> ((Effect.File) effect).lines())
                .anyMatch(line -> ((Line) line).text().equals(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ar|هو يهددني بصوري|كانت عندي علاقة وياه وشربنا عرك، هو يهددني بصوري",
                "ckb|هەڕەشەم لێ دەکات وێنەکانم بڵاو بکاتەوە|پەیوەندیم لەگەڵی هەبوو، هەڕەشەم لێ دەکات وێنەکانم بڵاو بکاتەوە",
                "kmr|گەفا بەلاڤکرنا وێنێن من دکەت|پەیوەندیا من دگەل هەبوو و مە عەرەق ڤەخوار، گەفا بەلاڤکرنا وێنێن من دکەت",
                "en|He blackmails me with my pictures|We were lovers and drank, he blackmails me with my pictures",
            })
    void wordsThatTellAgainstTheWriterChangeNothingOfWhatIsSaid(String locale, String plain, String more) {
        assertThat(saidTo(locale, more)).isEqualTo(saidTo(locale, plain));
    }

    private List<String> saidTo(String locale, String words) {
        begin();
        gate(locale);
        say(words);
        tap("done", "me", "adult", "BA", "no-force", "today");
        assertThat(asked).contains("for-whom", "age", "place", "force", "last").endsWith("worse");
        return texts();
    }

    @Test
    void insultsAndJokesLowerNothingAndAreMetCalmly() {
        gate("ar", "danger");
        for (String words : List.of("انتوا حيوانات", "ههههه بس جنت اختبركم", "كذب كله", "lol it was a prank")) {
            effects.clear();
            String before = current().step();
            say(words);
            assertThat(filed().assessment().level()).isEqualTo(Level.L1_IMMEDIATE);
            assertThat(current().step()).isEqualTo(before);
            assertThat(texts()).hasSize(2);
        }
    }

    @Test
    void whoMayOpenAReportAboutArmedPowerIsSaidRightAfterThatAnswer() {
        gate("en");
        say("My husband hits me every day");
        tap("done", "me", "adult", "BA");
        effects.clear();
        tap("force");

        assertThat(texts().getFirst()).startsWith("Because of that, only a few people of the team may open this");
        assertThat(texts()).noneMatch(text -> text.contains("outside"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "هل راسلتكم زوجتي",
                "زوجتي اشتكت عليّ عندكم لو لا",
                "وين بنتي طلعت من البيت",
                "ئایا خوشکم لای ئێوەیە",
                "کچەکەم هەڵهاتووە لە کوێیە",
                "خوشکا من ل نک هەوەیە؟",
                "has my sister talked to you",
                "my wife left home, tell me where she is",
            })
    void hearsThatSomebodyAsksForAnother(String words) {
        assertThat(Materials.REAL.searching().asks(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "زوجي يضربني وين اروح",
                "رجلي ضرب بنتي وما اعرف وين اروح بيها",
                "مێردەکەم لێم دەدات، بچمە کوێ",
                "زەلامێ من ل من ددەت، ئەز بچمە کیرێ",
                "my husband hits me, where can I go",
                "my daughter is being blackmailed",
            })
    void takesNobodyInNeedForSomebodyWhoSearches(String words) {
        assertThat(Materials.REAL.searching().asks(words)).isFalse();
    }

    private void begin() {
        state = engine.begin(context());
        effects.clear();
        asked.clear();
    }

    private void gate(String locale) {
        gate(locale, "calm");
    }

    private void gate(String locale, String danger) {
        if (current().step().isEmpty()) {
            advance(new Input.Started("", NOW));
        }
        tap(locale, "safe", "agree", danger);
    }

    private void tap(String... options) {
        for (String option : options) {
            advance(new Input.Tapped(new OptionToken(current().session(), turn(), option).wire(), at()));
        }
    }

    private int turn() {
        return current().turn();
    }

    private void say(String words) {
        advance(new Input.Said(words, "m", at()));
    }

    private Instant at() {
        return NOW.plusSeconds(turn++);
    }

    private Conversation current() {
        return (Conversation) state;
    }

    private void advance(Input input) {
        Turn next = engine.advance(engine.decode(engine.encode(state)), input, context());
        state = next.next();
        effects.addAll(next.effects());
        String step = current().step();
        if (asked.isEmpty() || !asked.getLast().equals(step)) {
            asked.add(step);
        }
        if (next.effects().stream().anyMatch(effect -> effect instanceof Effect.Work)
                && current().receipt() != null) {
            effects.removeIf(effect -> effect instanceof Effect.Work);
            advance(new Input.Worked(derived(), at()));
        }
    }

    private static WorkResult derived() {
        Bytes key = Bytes.ofHex("11".repeat(32));
        return new WorkResult.ReceiptDerived(
                true, false, new MailboxAddress("ab".repeat(16), key, key, 1), key, key, List.of());
    }

    private List<String> texts() {
        return effects.stream()
                .filter(effect -> effect instanceof Effect.Send)
                .map(effect -> ((Effect.Send) effect).text())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Effect.@Nullable File filedOrNull() {
        return effects.stream()
                .filter(effect -> effect instanceof Effect.File)
                .map(Effect.File.class::cast)
                .reduce((one, two) -> two)
                .orElse(null);
    }

    private Effect.File filed() {
        Effect.File file = filedOrNull();
        assertThat(file).as("filed").isNotNull();
        return Objects.requireNonNull(file);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private TurnContext context() {
        return new TurnContext(NOW, this::bytes, presence, new ChannelKind("web"), TranscriptRunner.WIDE, false);
    }
}
