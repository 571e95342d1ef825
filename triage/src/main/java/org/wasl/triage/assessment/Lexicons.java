package org.wasl.triage.assessment;

import java.util.List;
import java.util.Map;
import org.wasl.triage.concept.Concepts;
import org.wasl.triage.lexicon.Classes;
import org.wasl.triage.lexicon.WordIndex;
import org.wasl.triage.text.KurdishKey;
import org.wasl.triage.text.Skeleton;
import org.wasl.triage.text.Token;

/**
 * The lexicons of all languages, compiled: words to classes, classes to the patterns that begin with them. Immutable.
 *
 * @param words the classes of folded words
 * @param kurdish the classes of Kurdish words by their {@link KurdishKey}
 * @param concepts what words are about, in any language
 * @param conceptClasses for each concept the class by which patterns name it, if any does
 * @param skeletons consonants of Arabic words, for text in Latin letters
 * @param numbers number words
 * @param kurdishNumbers Kurdish ones by their {@link KurdishKey}
 * @param guards where guards begin
 * @param patterns where all other patterns begin
 * @param classIds by "language:name"
 */
record Lexicons(
        String version,
        WordIndex words,
        WordIndex kurdish,
        Concepts concepts,
        List<Classes> conceptClasses,
        Map<String, Classes> skeletons,
        Map<String, Integer> numbers,
        Map<String, Integer> kurdishNumbers,
        Beginnings guards,
        Beginnings patterns,
        Map<String, Integer> classIds) {

    record Entry(Pattern pattern, Pattern.Sequence sequence) {}

    /**
     * The sequences of patterns by what they begin with.
     *
     * @param byClass by the classes of their first word
     * @param byNumber those that may begin with a number
     */
    record Beginnings(List<Entries> byClass, Entries byNumber) {}

    /** From this many consonants on, a word in Latin letters is hardly another one. */
    private static final int SURE_SKELETON = 4;

    /** How Kurdish words and numbers are found: see {@link KurdishKey}. */
    String kurdishKey(Token token) {
        return token.kind() == Token.Kind.NUMBER ? "" : KurdishKey.of(token.folded());
    }

    /** The classes of one token, without those that its consonants only suggest. */
    Classes classes(Token token, String kurdishKey) {
        Classes found = words.of(token.folded());
        if (token.kind() == Token.Kind.WORD) {
            found = found.and(kurdish.of(kurdishKey));
        }
        Classes about = concepts.of(token);
        for (int at = 0; at < about.size(); at++) {
            found = found.and(conceptClasses.get(about.id(at)));
        }
        return found;
    }

    /** The classes its Arabic consonants suggest, for a word in Latin letters. */
    Classes suggested(Token token) {
        return bySkeleton(token, Skeleton.SHORTEST);
    }

    /** Of those the ones that so many consonants say. */
    Classes sure(Token token) {
        return bySkeleton(token, SURE_SKELETON);
    }

    private Classes bySkeleton(Token token, int shortest) {
        Classes found = Classes.NONE;
        for (String skeleton : token.skeletons()) {
            if (skeleton.length() >= shortest) {
                found = found.and(skeletons.getOrDefault(skeleton, Classes.NONE));
            }
        }
        return found;
    }

    /** The number a token stands for, or -1. */
    int number(Token token, String kurdishKey) {
        if (token.kind() == Token.Kind.NUMBER) {
            return token.folded().length() <= 3 ? Integer.parseInt(token.folded()) : -1;
        }
        Integer number = numbers.get(token.folded());
        return number != null ? number : kurdishNumbers.getOrDefault(kurdishKey, -1);
    }
}
