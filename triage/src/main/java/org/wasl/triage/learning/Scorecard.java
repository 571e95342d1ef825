package org.wasl.triage.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.wasl.triage.corpus.CorpusText;
import org.wasl.triage.corpus.CorpusText.Kind;
import org.wasl.triage.report.Level;

/**
 * How triage does on one group of texts.
 *
 * @param language of the texts, or {@code all}
 * @param kind of the texts, or {@code all}
 * @param urgentRecall of the texts of L1 and L2, those called urgent
 * @param urgentPrecision of the texts called urgent, those for which an urgent level is right
 * @param falseUrgent of the texts of L4 and L5, those called urgent
 * @param accepted texts whose level is a right one
 * @param category macro-F1 over reports and everyday texts
 * @param languageRecall texts whose main language is right; mixed texts have none
 * @param onSuspicion of the texts of L1 to L3, those that reach L2 and no more, on suspicions alone: they go to the lane
 *     where an officer confirms first
 */
record Scorecard(
        String language,
        String kind,
        int texts,
        Rate urgentRecall,
        Rate urgentPrecision,
        Rate falseUrgent,
        Rate accepted,
        MacroF1 category,
        Rate languageRecall,
        Rate onSuspicion) {

    static final String ALL = "all";

    /** One card for each language and kind, one for each language, one for everything. */
    static List<Scorecard> of(List<Judged> judged) {
        List<Scorecard> cards = new ArrayList<>();
        Map<String, List<Judged>> byLanguage = new TreeMap<>();
        for (Judged one : judged) {
            byLanguage
                    .computeIfAbsent(one.text().language(), any -> new ArrayList<>())
                    .add(one);
        }
        byLanguage.forEach((language, texts) -> {
            for (Kind kind : Kind.values()) {
                List<Judged> ofKind =
                        texts.stream().filter(one -> one.text().kind() == kind).toList();
                if (!ofKind.isEmpty()) {
                    cards.add(of(language, kind.name().toLowerCase(Locale.ROOT), ofKind));
                }
            }
            cards.add(of(language, ALL, texts));
        });
        for (Kind kind : Kind.values()) {
            cards.add(of(
                    ALL,
                    kind.name().toLowerCase(Locale.ROOT),
                    judged.stream().filter(one -> one.text().kind() == kind).toList()));
        }
        cards.add(of(ALL, ALL, judged));
        return List.copyOf(cards);
    }

    private static Scorecard of(String language, String kind, List<Judged> judged) {
        return new Scorecard(
                language,
                kind,
                judged.size(),
                rate(judged, one -> one.text().level().urgent(), Judged::urgent),
                rate(judged, Judged::urgent, Judged::mayBeUrgent),
                rate(judged, one -> one.text().calm(), Judged::urgent),
                rate(judged, one -> true, Judged::accepted),
                MacroF1.of(judged),
                rate(judged, one -> !one.text().language().equals(CorpusText.MIXED), Judged::languageIsRight),
                rate(
                        judged,
                        one -> !one.text().calm(),
                        one -> one.assessment().level() == Level.L2_EMERGENT
                                && one.assessment().suspectedOnly()));
    }

    static Rate rate(List<Judged> judged, Predicate<Judged> among, Predicate<Judged> hit) {
        int of = 0;
        int hits = 0;
        for (Judged one : judged) {
            if (among.test(one)) {
                of++;
                hits += hit.test(one) ? 1 : 0;
            }
        }
        return new Rate(hits, of);
    }
}
