package org.wasl.triage.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.lexicon.Classes;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Language;
import org.wasl.triage.text.LanguageIdentifier;
import org.wasl.triage.text.NormalText;
import org.wasl.triage.text.Token;

/**
 * Reads facts from text by the lexicons' patterns. All lexicons read every sentence: real messages mix languages.
 *
 * <p>The work is bounded by tokens times patterns beginning with a token's classes times their length; nothing
 * backtracks. Each sentence is read for itself, so words added after it cannot take away what it said.
 */
final class FactReader {

    /** The same fact with the same detail is kept this often; more would only lengthen lists. */
    private static final int MOST_OF_ONE = 3;

    /** Matches reach over at most this many tokens. */
    private static final int REACH = 60;

    private static final long WITHIN_REACH = (1L << (REACH + 1)) - 1;

    private static final int MOST_HOURS = 24 * 60;

    /** So far around a match, words say that it was not meant so. Dictated texts have no sentence ends. */
    private static final int NEAR = 12;

    /** So far around a match, a time word says when it was. */
    private static final int NEAR_TIME = 8;

    private static final Set<String> LOOSE_PARTICLES = Set.of("il", "el", "al", "w", "u", "wa");

    private final Lexicons lexicons;
    private final Map<String, Integer> negations = new HashMap<>();

    /** By class. */
    private final @Nullable TimeSense[] senses;

    FactReader(Lexicons lexicons) {
        this.lexicons = lexicons;
        this.senses = new TimeSense[lexicons.classIds().size()];
        lexicons.classIds().forEach((name, id) -> {
            int colon = name.indexOf(':');
            String bare = name.substring(colon + 1);
            if (bare.equals("negation")) {
                negations.put(name.substring(0, colon), id);
            }
            for (TimeSense sense : TimeSense.values()) {
                if (bare.equals(sense.wordClass())) {
                    senses[id] = sense;
                }
            }
        });
    }

    /**
     * What was read.
     *
     * @param doubted what patterns say that count only where the whole message asks for a look
     * @param steps comparisons made, for the test that the work grows no faster than the text
     */
    record Reading(List<Fact> facts, Set<String> signals, Doubted doubted, long steps) {}

    /** Facts and signals that do not count by themselves. */
    record Doubted(List<Fact> facts, Set<String> signals) {}

    Reading read(String raw, NormalText text, LanguageIdentifier.Identified languages) {
        Pass pass = new Pass(raw);
        for (int at = 0; at < text.sentences().size(); at++) {
            boolean arabizi = languages.sentences().get(at) == Language.ARABIZI || languages.main() == Language.ARABIZI;
            pass.sentence(text.sentences().get(at), arabizi);
        }
        Doubted doubted = new Doubted(List.copyOf(pass.doubtedFacts), Set.copyOf(pass.doubtedSignals));
        return new Reading(List.copyOf(pass.facts), Set.copyOf(pass.signals), doubted, pass.steps);
    }

    /** Arabic writes the article and "and" together with the next word; writers in Latin letters set them apart. */
    private static List<Token> withoutLooseParticles(List<Token> sentence) {
        List<Token> kept = new ArrayList<>(sentence.size());
        for (Token token : sentence) {
            if (!LOOSE_PARTICLES.contains(token.folded())) {
                kept.add(token);
            }
        }
        return kept;
    }

    private static @Nullable TimeSense moreSevere(@Nullable TimeSense one, @Nullable TimeSense other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Where a sequence was found: token indexes, the end exclusive, and the number in it or -1. */
    private record Hit(int start, int end, int number) {}

    private final class Pass implements Entries.Taker {
        private final String raw;
        private final List<Fact> facts = new ArrayList<>();
        private final Set<String> signals = new HashSet<>();
        private final List<Fact> doubtedFacts = new ArrayList<>();
        private final Set<String> doubtedSignals = new HashSet<>();
        private final Map<String, Integer> kept = new HashMap<>();
        private List<Token> tokens = List.of();
        private Classes[] classes = {};
        private Classes[] sure = {};
        private int[] numbers = {};
        private final long[] present = new long[senses.length / Long.SIZE + 1];
        private int start;
        private BitSet guarded = new BitSet();
        private BitSet laughs = new BitSet();
        private @Nullable TimeSense[] times = {};
        private long steps;

        Pass(String raw) {
            this.raw = raw;
        }

        void sentence(List<Token> sentence, boolean arabizi) {
            prepare(arabizi ? withoutLooseParticles(sentence) : sentence, arabizi);
            scan(lexicons.guards());
            scan(lexicons.patterns());
        }

        private void prepare(List<Token> sentence, boolean arabizi) {
            tokens = sentence;
            classes = new Classes[sentence.size()];
            sure = new Classes[sentence.size()];
            numbers = new int[sentence.size()];
            Arrays.fill(present, 0);
            guarded = new BitSet();
            laughs = new BitSet();
            times = new TimeSense[sentence.size()];
            for (int at = 0; at < sentence.size(); at++) {
                Token token = sentence.get(at);
                String kurdishKey = lexicons.kurdishKey(token);
                Classes said = lexicons.classes(token, kurdishKey);
                classes[at] = arabizi ? said.and(lexicons.suggested(token)) : said;
                sure[at] = arabizi ? said.and(lexicons.sure(token)) : said;
                numbers[at] = lexicons.number(token, kurdishKey);
                laughs.set(at, token.kind() == Token.Kind.LAUGH);
                note(classes[at], at);
            }
        }

        private void note(Classes found, int at) {
            for (int nth = 0; nth < found.size(); nth++) {
                int id = found.id(nth);
                present[id / Long.SIZE] |= 1L << id;
                times[at] = moreSevere(senses[id], times[at]);
            }
        }

        private void scan(Lexicons.Beginnings beginnings) {
            for (int at = 0; at < classes.length; at++) {
                start = at;
                Classes found = classes[at];
                for (int nth = 0; nth < found.size(); nth++) {
                    steps += beginnings.byClass().get(found.id(nth)).possible(present, this);
                }
                if (numbers[at] >= 0) {
                    steps += beginnings.byNumber().possible(present, this);
                }
            }
        }

        /** Tries a sequence where the scan has come to. */
        @Override
        public void take(Lexicons.Entry entry) {
            Hit hit = match(entry.sequence(), start);
            if (hit != null && allowed(entry, start) && meant(entry.pattern(), hit)) {
                found(entry.pattern(), hit);
            }
        }

        private void found(Pattern pattern, Hit hit) {
            if (pattern.guard()) {
                guarded.set(hit.start(), hit.end());
            } else if (!guarded.get(hit.start()) && !guarded.get(hit.end() - 1)) {
                pattern.targets().forEach(target -> state(target, hit, pattern.doubted()));
            }
        }

        private boolean allowed(Lexicons.Entry entry, int at) {
            Pattern pattern = entry.pattern();
            if (!pattern.needs().isEmpty() && !isPresent(pattern.needs())) {
                return false;
            }
            return sureEnough(entry.sequence(), at)
                    && !(pattern.negatedDrops() && at > 0 && isNegation(pattern.language(), at - 1));
        }

        /** Whether no word near says that it was not meant so. */
        private boolean meant(Pattern pattern, Hit hit) {
            boolean inDoubt = pattern.laughDrops() && !laughs.isEmpty() || isPresent(pattern.unless());
            int to = Math.min(tokens.size(), hit.end() + NEAR);
            for (int at = Math.max(0, hit.start() - NEAR); inDoubt && at < to; at++) {
                steps++;
                if (pattern.laughDrops() && laughs.get(at) || isAny(pattern.unless(), at)) {
                    return false;
                }
            }
            return true;
        }

        private boolean isPresent(BitSet any) {
            for (int id = any.nextSetBit(0); id >= 0; id = any.nextSetBit(id + 1)) {
                if ((present[id / Long.SIZE] & 1L << id) != 0) {
                    return true;
                }
            }
            return false;
        }

        /** When it was: the time word nearest to the match, of equally near ones the more severe. */
        private @Nullable TimeSense time(Hit hit) {
            for (int away = 0; away <= NEAR_TIME; away++) {
                TimeSense found = null;
                int before = hit.start() - away;
                int after = hit.end() - 1 + away;
                if (away == 0) {
                    for (int at = hit.start(); at < hit.end(); at++) {
                        found = moreSevere(times[at], found);
                    }
                } else {
                    found = moreSevere(before >= 0 ? times[before] : null, after < times.length ? times[after] : null);
                }
                if (found != null) {
                    return found;
                }
            }
            return null;
        }

        /** Three consonants may be many words: alone they say nothing, beside others they do. */
        private boolean sureEnough(Pattern.Sequence sequence, int at) {
            return sequence.elements().size() > 1
                    || sequence.elements().get(0).number()
                    || holds(sequence.elements().get(0).classes(), sure[at]);
        }

        private boolean isNegation(String language, int at) {
            Integer negation = negations.get(language);
            return negation != null && classes[at].contains(negation);
        }

        /** Follows all ways through the sequence at once; the shortest match counts. */
        private @Nullable Hit match(Pattern.Sequence sequence, int start) {
            // Bit n: the elements so far end before token start + n.
            long reached = 1L;
            int number = -1;
            for (Pattern.Element element : sequence.elements()) {
                long next = element.optional() ? reached : 0L;
                for (long left = reached & WITHIN_REACH; left != 0; left &= left - 1) {
                    int offset = Long.numberOfTrailingZeros(left);
                    for (int skipped = 0; skipped <= element.gap(); skipped++) {
                        steps++;
                        int at = start + offset + skipped;
                        if (at >= tokens.size() || offset + skipped > REACH) {
                            break;
                        }
                        if (element.number() && numbers[at] >= 0) {
                            number = number < 0 ? numbers[at] : number;
                            next |= 1L << (offset + skipped + 1);
                        } else if (fits(element, at)) {
                            next |= 1L << (offset + skipped + 1);
                        }
                    }
                }
                if (next == 0) {
                    return null;
                }
                reached = next;
            }
            return new Hit(start, start + Long.numberOfTrailingZeros(reached), number);
        }

        private boolean fits(Pattern.Element element, int at) {
            return isAny(element.classes(), at);
        }

        private boolean isAny(BitSet wanted, int at) {
            return holds(wanted, classes[at]);
        }

        private static boolean holds(BitSet wanted, Classes found) {
            for (int nth = 0; nth < found.size(); nth++) {
                if (wanted.get(found.id(nth))) {
                    return true;
                }
            }
            return false;
        }

        private void state(Pattern.Target target, Hit hit, boolean doubted) {
            switch (target) {
                case Pattern.Target.Signal(String name) -> (doubted ? doubtedSignals : signals).add(name);
                case Pattern.Target.Stated stated -> state(stated, hit, doubted);
            }
        }

        private void state(Pattern.Target.Stated stated, Hit hit, boolean doubted) {
            FactKey key = stated.key();
            String detail = stated.detail();
            Integer hours = null;
            switch (stated.clock()) {
                case Pattern.Clock.None() -> {
                    TimeSense time = detail == null ? time(hit) : null;
                    if (time != null) {
                        detail = time.detailOf(key);
                    }
                }
                case Pattern.Clock.Hours(int fixed) -> hours = fixed;
                case Pattern.Clock.Counted(int each) -> {
                    if (hit.number() < 0) {
                        return;
                    }
                    hours = Math.min(MOST_HOURS, hit.number() * each);
                }
                case Pattern.Clock.Age() -> {
                    detail = AgeBand.of(hit.number());
                    if (detail == null) {
                        return;
                    }
                }
            }
            if (kept.merge((doubted ? "doubted " : "") + key + "/" + detail + "/" + hours, 1, Integer::sum)
                    <= MOST_OF_ONE) {
                (doubted ? doubtedFacts : facts).add(Fact.suspected(key, detail, hours, evidence(hit)));
            }
        }

        private Evidence evidence(Hit hit) {
            int from = tokens.get(hit.start()).start();
            int to = tokens.get(hit.end() - 1).end();
            return new Evidence(from, to, raw.substring(from, to));
        }
    }
}
