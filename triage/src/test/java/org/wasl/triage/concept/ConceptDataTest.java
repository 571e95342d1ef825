package org.wasl.triage.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wasl.triage.lexicon.Classes;
import org.wasl.triage.lexicon.FaultyDataException;
import org.wasl.triage.text.NormalText;

class ConceptDataTest {

    private static final List<String> INVENTORY =
            List.of("format wasl-concepts 1", "concept husband = husband", "concept kill = kill");

    @Test
    void theSameConceptIsFoundInEveryLanguage() {
        assertThat(about("زوجي")).contains("husband");
        assertThat(about("مێردەکەم")).contains("husband");
        assertThat(about("زەلامێ")).containsAnyOf("husband", "man");
    }

    @Test
    void aWordOfNoConceptCarriesNone() {
        assertThat(about("زژقخشص")).isEmpty();
    }

    @Test
    void refusesFaultyFilesWithEveryFaultAtItsLine() {
        List<String> faulty = List.of(
                "format wasl-concepts 1",
                "words kill = a",
                "language en",
                "words kil = a",
                "words kill = (a",
                "words kill",
                "words kill = b c b",
                "concept more = of them",
                "language xx",
                "nonsense");

        assertThatThrownBy(() -> ConceptReader.read("inventory.txt", INVENTORY, Map.of("en.txt", faulty)))
                .isInstanceOfSatisfying(
                        FaultyDataException.class,
                        refused -> assertThat(refused.problems())
                                .hasSize(8)
                                .contains(
                                        "en.txt:2: no language line above",
                                        "en.txt:4: 'kil' is not in the inventory",
                                        "en.txt:5: '(a': bracket not closed",
                                        "en.txt:6: expected: words concept = words",
                                        "en.txt:7: 'b' twice under 'kill'",
                                        "en.txt:8: concepts are named in the inventory only",
                                        "en.txt:10: unknown word 'nonsense'"));
    }

    @Test
    void refusesAFileWithoutItsFormatLine() {
        assertThatThrownBy(() -> ConceptReader.read(
                        "inventory.txt", INVENTORY, Map.of("en.txt", List.of("language en", "words kill = a"))))
                .hasMessageContaining("en.txt:1: no format line");
    }

    private static List<String> about(String word) {
        Concepts concepts = Concepts.ofClassPath();
        Classes classes = concepts.of(NormalText.of(word).sentences().get(0).get(0));
        return IntStream.range(0, classes.size())
                .mapToObj(at -> concepts.name(classes.id(at)))
                .toList();
    }
}
