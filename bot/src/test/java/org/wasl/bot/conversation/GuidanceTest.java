package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** Every situation of the table has its advice, in the form its phone allows, with numbers and names of today only. */
class GuidanceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int ALL = 99;

    private final Guidance guidance = Materials.REAL.guidance();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dangerNow|guide.violence-now",
                "abuserPresent|guide.violence-now",
                "injurySevere|guide.injured",
                "strangled|guide.choking",
                "weaponUsedOrShown|guide.weapon",
                "weaponThreat|guide.weapon",
                "threatToKill|guide.threat",
                "honourThreat|guide.threat",
                "confined|guide.confined",
                "sexualViolence:72h|guide.sexual-early guide.sexual-proof",
                "sexualViolence:ongoing|guide.sexual-early guide.sexual-proof",
                "sexualViolence:120h|guide.sexual-late",
                "sexualViolence:older|guide.sexual",
                "sexualViolence|guide.sexual",
                "blackmail|guide.blackmail guide.tool-adult",
                "blackmail minor|guide.blackmail guide.tool-minor",
                "blackmail publishDeadline@5|guide.deadline guide.blackmail guide.tool-adult",
                "blackmail publishDeadline@7|guide.blackmail guide.tool-adult",
                "blackmail published|guide.deadline guide.blackmail guide.tool-adult",
                "meetingBlackmailer@4|guide.meeting",
                "suicidalThoughts|guide.self-harm",
                "suicidalIntentOrPlan|guide.self-harm",
                "attemptToday|guide.attempt",
                "homelessTonight|guide.no-home",
                "fledViolence|guide.no-home",
                "forcedMarriage|guide.marriage",
                "physical|guide.violence",
                "physical dangerNow|guide.violence-now",
                "stalking|guide.followed",
                "abuserReadsPhone|guide.watched",
                "abuserInSecurityForces|guide.force-unsent",
                "abuserInSecurityForces filed|guide.force",
                "traffickingIndicators|guide.moved",
                "moved@20|guide.moved",
                "tribal|guide.tribal",
                "childUnattendedOrInHome|guide.child-other",
                "forWhom:child|guide.child-line guide.child-other",
                "child|guide.child guide.child-line",
                "CYB|guide.online",
                "DV|guide.women-line",
                "L5|guide.anyone",
            })
    void everySituationHasItsAdvice(String situation, String advice) {
        assertThat(texts(new Seen(situation), false)).containsExactly(advice.split(" "));
    }

    @Test
    void nothingInTheTableIsSaidToNobody() throws Exception {
        CsvSource table = GuidanceTest.class
                .getDeclaredMethod("everySituationHasItsAdvice", String.class, String.class)
                .getAnnotation(CsvSource.class);
        Set<String> said = Arrays.stream(table.value())
                .map(row -> row.split("\\|")[1])
                .flatMap(row -> Stream.of(row.split(" ")))
                .collect(Collectors.toSet());
        said.add("guide.searcher");
        assertThat(guidance.pieces()).extracting(Guidance.Piece::text).allMatch(said::contains);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "blackmail abuserHasAccess|guide.blackmail-inside",
                "blackmail safe-mode|guide.blackmail-inside",
                "CYB safe-mode|guide.online-inside"
            })
    void nothingAlertsWhoeverReachesThePhone(String situation, String advice) {
        assertThat(texts(new Seen(situation), true)).containsExactly(advice);
    }

    @Test
    void someoneWhoSearchesIsToldNothingElse() {
        Seen searcher = new Seen("forWhom:searcher honourThreat fledViolence familySearching threatToKill DV");
        assertThat(texts(searcher, false)).containsExactly("guide.searcher");
    }

    @Test
    void theMostPressingComesFirst() {
        Seen seen = new Seen("blackmail strangled attemptToday dangerNow");
        assertThat(texts(seen, false).subList(0, 3))
                .containsExactly("guide.attempt", "guide.violence-now", "guide.choking");
    }

    @Test
    void aToolThatExpiredIsNotNamed() {
        LocalDate later = LocalDate.of(2027, 7, 1);
        assertThat(guidance.tool("stopncii", TODAY)).contains("StopNCII.org");
        assertThat(guidance.tool("stopncii", later)).isEmpty();
        assertThat(guidance.fitting(new Seen("blackmail"), ALL, false, line -> guidance.tool(line, later)))
                .extracting(Guidance.Advice::text)
                .containsExactly("guide.blackmail");
    }

    @Test
    void anExpiredNumberIsHiddenUnlessItIsTheEmergencyNumber() {
        LocalDate later = LocalDate.of(2030, 1, 1);
        assertThat(values("KRI", TODAY)).containsExactly("104", "119", "116");
        assertThat(values("KRI", later)).containsExactly("104");
        assertThat(values("FED", later)).containsExactly("911");
        assertThat(values("", later)).containsExactly("911", "104");
    }

    @Test
    void aNumberOfTheRegionIsNotNamedElsewhere() {
        assertThat(values("FED", TODAY)).doesNotContain("116", "119");
        assertThat(guidance.fitting(new Seen("child"), ALL, false, line -> Optional.empty()))
                .extracting(Guidance.Advice::text)
                .containsExactly("guide.child");
    }

    @Test
    void noAdviceIsLongerThanFourLines() {
        for (String locale : Material.LOCALES) {
            Catalogue words = Materials.REAL.catalogue(locale);
            assertThat(words.keys())
                    .filteredOn(key -> key.startsWith("guide."))
                    .allMatch(key -> words.entry(key).pattern().lines().count() <= 4);
        }
    }

    @Test
    void anAdviceThatNamesWhatStandsNowhereIsAMistake() {
        Problems problems = new Problems();
        Guidance faulty = Guidance.read(DataFile.of(
                "guidance", "guidance: [{id: x, when: \"flag:filed\", text: kept, line: number.nowhere}]", problems));
        new FlowCompiler(Materials.with(faulty), FlowLimits.DEFAULTS, problems).check();
        assertThat(problems.list()).contains("guidance x: names no number and no tool: number.nowhere");
    }

    private static List<String> values(String territory, LocalDate day) {
        return Materials.REAL.numbers().shown(territory, day).stream()
                .map(Numbers.Number::value)
                .toList();
    }

    private List<String> texts(Condition.Situation situation, boolean inside) {
        return guidance
                .fitting(
                        situation,
                        ALL,
                        inside,
                        line -> guidance.tool(line, TODAY)
                                .or(() -> Materials.REAL.numbers().shown("", TODAY).stream()
                                        .filter(number -> number.service().equals(line))
                                        .map(Numbers.Number::value)
                                        .findFirst()))
                .stream()
                .map(Guidance.Advice::text)
                .toList();
    }

    /** A situation written as words: facts, with a detail or hours, flags, a category, a level. */
    private static final class Seen implements Condition.Situation {

        private final List<Fact> facts = new ArrayList<>();
        private final Set<Flag> flags = Flag.copyOf(Set.of());
        private Category category = Category.NONE;
        private Level level = Level.L3_URGENT;

        Seen(String written) {
            for (String word : written.split(" ")) {
                read(word);
            }
        }

        private void read(String word) {
            switch (word) {
                case "filed" -> flags.add(Flag.FILED);
                case "child" -> flags.add(Flag.CHILD);
                case "safe-mode" -> flags.add(Flag.SAFE_MODE);
                case "CYB", "DV" -> category = Category.valueOf(word);
                case "L5" -> level = Level.L5_ADVICE;
                default -> {
                    String[] parts = word.split("[:@]");
                    facts.add(new Fact(
                            FactKey.ofWire(parts[0]),
                            Truth.YES,
                            word.contains(":") ? parts[1] : null,
                            word.contains("@") ? Integer.valueOf(parts[1]) : null,
                            FactSource.BUTTON,
                            null));
                }
            }
        }

        @Override
        public Facts facts() {
            return Facts.of(facts);
        }

        @Override
        public Level level() {
            return level;
        }

        @Override
        public Category category() {
            return category;
        }

        @Override
        public boolean is(Flag flag) {
            return flags.contains(flag);
        }

        @Override
        public List<String> answer(String step) {
            return List.of();
        }

        @Override
        public Set<String> asked() {
            return Set.of();
        }

        @Override
        public String territory() {
            return "";
        }
    }
}
