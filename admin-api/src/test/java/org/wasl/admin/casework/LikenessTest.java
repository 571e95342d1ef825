package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which texts are alike, for the flood switch. */
class LikenessTest {
    private static final List<String> WORDS = List.of(
            "house", "street", "brother", "night", "market", "phone", "angry", "door", "school", "river", "bread",
            "morning", "uncle", "message", "picture", "afraid", "money", "window", "garden", "police", "letter",
            "friend", "cousin", "winter", "bridge", "doctor", "train", "coffee", "summer", "teacher");

    @Test
    void aCopyWithTwoOfFortyWordsExchangedIsAlikeAndAnotherTextIsNot() {
        Random random = new Random(20261123);
        int found = 0;
        int wrong = 0;
        for (int round = 0; round < 200; round++) {
            List<String> text = words(random, 40);
            List<String> copy = new ArrayList<>(text);
            for (int changed = 0; changed < 2; changed++) {
                copy.set(random.nextInt(copy.size()), WORDS.get(random.nextInt(WORDS.size())));
            }
            found += alike(text, copy) ? 1 : 0;
            wrong += alike(text, words(random, 40)) ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(190);
        assertThat(wrong).isZero();
    }

    @Test
    void spellingHabitsAndMarksMakeNoDifference() {
        long one = Likeness.of("أخوي يهددني كل يوم ويريد يأخذ تلفوني مني بالقوة");
        long other = Likeness.of("اخوي يهددني كل يوم، ويريد ياخذ تلفوني مني بالقوه...");
        assertThat(Likeness.alike(one, other)).isTrue();
    }

    @Test
    void aShortTextIsLikeNothing() {
        assertThat(Likeness.of("help me please")).isZero();
        assertThat(Likeness.alike(0, 0)).isFalse();
        assertThat(Likeness.of("")).isZero();
    }

    private static boolean alike(List<String> one, List<String> other) {
        return Likeness.alike(Likeness.of(String.join(" ", one)), Likeness.of(String.join(" ", other)));
    }

    private static List<String> words(Random random, int many) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < many; at++) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return words;
    }
}
