package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real data has no problem, and every kind of problem is seen when it is planted. */
class FlowCompilerTest {

    private static final Material REAL = Materials.REAL;

    static final String SOUND = """
            flow: small
            revision: 1
            start: ask
            emergency: ask
            returning: back
            answer: line
            once-more: ask
            again: ask
            steps:
              ask:
                type: choose
                text: safe.text
                options:
                  - {id: one, label: confirm.yes, facts: [dangerNow=YES], next: ways}
                  - {id: two, label: confirm.no, next: line}
              ways:
                type: branch
                arms:
                  - {when: "answer:ask=one", next: line}
                otherwise: line
              line: {type: story, text: open.text, done: open.done, heard: added, next: over}
              back: {type: returning, text: returning.text, next: ask}
              over: {type: end, how: rest, text: bye.text}
            """;

    @Test
    void findsNothingInTheFlowItIsBuiltFor() {
        assertThat(problemsOf(REAL)).isEmpty();
    }

    @Test
    void findsNothingInASoundFlow() {
        assertThat(flowProblems(SOUND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start: ask|start: nowhere|start leads to no step: nowhere",
                "next: ways}|next: gone}|leads to no step: gone",
                "when: \"answer:ask=one\"|when: \"answer:ask=nine\"|condition on no option: ask=nine",
                "when: \"answer:ask=one\"|when: \"answer:line=one\"|condition on the answer of no question: line",
                "when: \"answer:ask=one\"|when: \"fact:nonsense=yes\"|condition not understood: fact:nonsense=yes",
                "when: \"answer:ask=one\"|when: \"asked:nobody=2\"|condition on no question: [nobody]",
                "when: \"answer:ask=one\"|when: \"asked:ask=many\"|condition not understood: asked:ask=many",
                "when: \"answer:ask=one\"|when: \"detail:ageBand=old\"|condition not understood: detail:ageBand=old",
                "when: \"answer:ask=one\"|when: \"within:publishDeadline=soon\"|condition not understood: within:publish",
                "when: \"answer:ask=one\"|when: \"territory:XX\"|territory not known: XX",
                "when: \"answer:ask=one\"|when: \"flag:nonsense\"|condition not understood: flag:nonsense",
                "dangerNow=YES|nonsense=YES|fact not understood: nonsense=YES",
                "dangerNow=YES|ageBand=YES:nonsense|fact not understood: ageBand=YES:nonsense",
                "id: two|id: one|option twice: one",
                "id: two|id: m-two|option id belongs to the engine: m-two",
                "id: two|id: a_very_long_id_that_would_not_fit|id does not fit a token",
                "label: confirm.no|label: confirm.yes|two options read alike: two",
                "text: safe.text|text: no.such.text|no string no.such.text",
                "type: branch|type: twig|type of step not known: twig",
                "how: rest|how: never|end not known: never",
                "otherwise: line|otherwise: ways|a round without a question",
                "line: {type: story|lone: {type: end, how: rest}\\n  line: {type: story|step lone: nothing leads here",
                "next: over}|next: line}|step line: dead end, no way to an end",
                "type: choose|type: choose\\n    unless: \"flag:filed\"|passed over under a condition but has no skip",
                "type: choose|type: choose\\n    colour: red|colour is not known here",
                "label: confirm.no|label: confirm.no, sets: [filed]|flag cannot be set: filed",
                "label: confirm.no|label: confirm.no, locale: xx|no catalogue for xx",
                "label: confirm.no|label: confirm.no, unsays: [ways]|unsays no question: ways",
            })
    void seesWhatIsPlantedInAFlow(String sound, String planted, String problem) {
        String broken = SOUND.replace(sound, planted.replace("\\n", "\n"));
        assertThat(broken).isNotEqualTo(SOUND);
        assertThat(flowProblems(broken)).anyMatch(found -> found.contains(problem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kept|Kept {secret}|nothing fills {secret}",
                "kept|Kept {emergency}|other placeholders in other locales",
                "kept|Kept {emergency|not a message pattern",
                "kept|''|empty",
                "move.skip|A label that is much longer than any button can show|label of",
                "move.skip|Skip {emergency}|a label with a placeholder",
                "extra.key|Nobody says this|nobody says extra.key",
                "filed.text.here|Here|no string filed.text.by",
                "move.exit|Go away|the label of exit in en is not its word",
                "kept|This is kept!|not to be said",
                "kept|Why did it happen|not to be said",
                "kept|Call 911 now|not to be said",
                "kept|Your secret code|not to be said",
                "kept|What is your full name|not to be said",
                "kept|What is the date of birth|not to be said",
                "kept|What was she wearing|not to be said",
                "kept|Which religion|not to be said",
                "kept|The police will come soon|not to be said",
                "kept|We will talk with your family|not to be said",
                "kept|Please stay here|not to be said",
                "kept|Thoughts of suicide|not to be said",
                "kept|It was your fault|not to be said",
                "e-who.text|If a call is possible, this is the number to call now or a little later when it is safer to call: {emergency}. Who is in danger at this moment, you or a child or somebody else entirely|no string e-who.text.short",
                "notice.text.short|Community police. EXIT, HELP, ERASE|leaves out {emergency}",
                "guide.watched.short|Another phone is safer. Another phone is safer. Another phone is safer. Another phone is safer. Another phone is safer. Another phone is safer. Another phone is safer. Another phone is safer. Another phone is safer. Another phone is safer. Another phone is safer. Another phone is safer. |expected: fewer than",
            })
    void seesWhatIsPlantedInACatalogue(String key, String text, String problem) {
        assertThat(wordProblems(key, text)).anyMatch(found -> found.contains(problem));
    }

    @Test
    void seesTextTooLongForTheNarrowestChannel() {
        assertThat(problemsOf(REAL, new FlowLimits(40, 100, 24))).anyMatch(found -> found.contains("text of"));
        assertThat(problemsOf(REAL, new FlowLimits(10, 1000, 24))).anyMatch(found -> found.contains("label of"));
    }

    @Test
    void listsAllProblemsAtOnceAndRefuses() {
        Problems problems = new Problems();
        problems.add("one");
        problems.add("two");
        assertThatThrownBy(() -> problems.throwIfAny("data"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("2 problems", "one", "two");
    }

    @Test
    void needsOneActiveEmergencyNumberInEachTerritory() {
        Problems problems = new Problems();
        Numbers.read(DataFile.of("numbers", "numbers: []", problems), problems);
        assertThat(problems.list())
                .containsExactly(
                        "numbers: territory FED has 0 active emergency numbers (expected: 1)",
                        "numbers: territory KRI has 0 active emergency numbers (expected: 1)");
    }

    @Test
    void reviewedMeansBySomebodyOnADay() {
        assertThat(statusProblems("{text: \"Kept\", status: reviewed}"))
                .anyMatch(found -> found.contains("reviewed by"));
        assertThat(statusProblems("{text: \"Kept\", status: perfect}"))
                .anyMatch(found -> found.contains("status perfect"));
        assertThat(statusProblems(
                        "{text: \"Kept\", status: reviewed, reviewed-by: A reader, reviewed-on: \"2026-11-01\"}"))
                .isEmpty();
    }

    private static List<String> flowProblems(String yaml) {
        Problems problems = new Problems();
        Flow flow = FlowReader.read(DataFile.of("flow", yaml, problems), FlowCompilerTest::noPart);
        List<String> found = new ArrayList<>(problems.list());
        found.addAll(problemsOf(Materials.with(Map.of("small-1", flow), "small-1", Migrations.NONE)));
        found.removeIf(problem -> problem.contains("nobody says"));
        return found;
    }

    private static List<String> wordProblems(String key, String text) {
        Map<String, Catalogue> catalogues = new LinkedHashMap<>(REAL.catalogues());
        Problems problems = new Problems();
        StringBuilder yaml = new StringBuilder("strings:\n");
        Catalogue english = REAL.catalogue("en");
        Map<String, String> strings = new LinkedHashMap<>();
        english.keys().forEach(one -> strings.put(one, english.entry(one).pattern()));
        strings.put(key, text);
        if (key.endsWith(".here")) {
            strings.remove(key.replace(".here", ".by"));
        }
        strings.forEach((name, value) -> yaml.append("  \"")
                .append(name)
                .append("\": '")
                .append(value.replace("'", "''").replace("\n", " "))
                .append("'\n"));
        Catalogue changed = words(yaml.toString(), problems);
        catalogues.put("en", changed);
        new CatalogueCheck(DataFile.resource("/catalogue/forbidden.yml", problems), problems).check(List.of(changed));
        List<String> found = new ArrayList<>(problems.list());
        found.addAll(problemsOf(Materials.with(catalogues)));
        return found;
    }

    private static List<String> statusProblems(String entry) {
        Problems problems = new Problems();
        Catalogue words = words("strings:\n  kept: " + entry + "\n", problems);
        new CatalogueCheck(DataFile.resource("/catalogue/forbidden.yml", problems), problems).check(List.of(words));
        return problems.list();
    }

    private static Catalogue words(String strings, Problems problems) {
        return Catalogue.read(
                DataFile.of("en", "locale: en\nversion: \"1\"\nstatus: draft\n", problems),
                List.of(DataFile.of("en", strings, problems)));
    }

    private static DataFile noPart(String name) {
        throw new IllegalArgumentException("no part " + name);
    }

    private static List<String> problemsOf(Material material) {
        return problemsOf(material, FlowLimits.DEFAULTS);
    }

    private static List<String> problemsOf(Material material, FlowLimits limits) {
        Problems problems = new Problems();
        new FlowCompiler(material, limits, problems).check();
        return problems.list();
    }
}
