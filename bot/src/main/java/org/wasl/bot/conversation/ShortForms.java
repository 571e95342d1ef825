package org.wasl.bot.conversation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wasl.bot.conversation.Guidance.Piece;

/**
 * Which texts need a short form for a phone others may read: those of the gate, the emergency path, the receipt and the
 * guidance that are long in any language. A short form keeps the number to call.
 */
final class ShortForms {

    /** What one message should not be longer than, in characters. */
    static final int LONG = 160;

    private static final List<String> GATE_EMERGENCY_RECEIPT =
            List.of("notice.", "unsafe.", "safe-", "e-", "filed", "receipt.", "child.", "sui.");
    private static final String NUMBER = "{emergency}";

    private final Material material;

    ShortForms(Material material) {
        this.material = material;
    }

    /** The keys of the short forms that must stand in every catalogue. */
    Set<String> needed(Set<String> used) {
        Set<String> shown = new TreeSet<>();
        used.stream()
                .filter(key -> GATE_EMERGENCY_RECEIPT.stream().anyMatch(key::startsWith))
                .forEach(shown::add);
        for (Piece piece : material.guidance().pieces()) {
            shown.add(piece.inside() == null ? piece.text() : piece.inside());
        }
        Set<String> needed = new TreeSet<>();
        shown.stream()
                .filter(key -> !key.endsWith(Speech.SHORT) && !key.endsWith(Speech.BY_HAND))
                .filter(this::isLong)
                .forEach(key -> needed.add(key + Speech.SHORT));
        return needed;
    }

    private boolean isLong(String key) {
        return material.catalogues().values().stream()
                .anyMatch(words -> words.has(key) && length(words.entry(key).pattern()) > LONG);
    }

    /** What is short and yet longer than the long form, or leaves the number out. */
    void check(Problems problems) {
        for (Catalogue words : material.catalogues().values()) {
            for (String key : words.keys()) {
                if (key.endsWith(Speech.SHORT)) {
                    String plain = key.substring(0, key.length() - Speech.SHORT.length());
                    if (words.has(plain)) {
                        check(words, key, whole(words, plain), problems);
                    }
                }
            }
        }
    }

    /** What the short form stands for: the text, and what follows it as a message of its own. */
    private static String whole(Catalogue words, String plain) {
        String more = plain + Speech.MORE;
        String text = words.entry(plain).pattern();
        return words.has(more) ? text + words.entry(more).pattern() : text;
    }

    private static void check(Catalogue words, String key, String plain, Problems problems) {
        String brief = words.entry(key).pattern();
        String where = "catalogue " + words.locale() + ", " + key;
        if (length(brief) >= length(plain)) {
            problems.add(where + ": " + length(brief) + " characters (expected: fewer than the " + length(plain)
                    + " it stands for)");
        }
        if (plain.contains(NUMBER) && !brief.contains(NUMBER)) {
            problems.add(where + ": leaves out " + NUMBER);
        }
    }

    private static int length(String pattern) {
        return pattern.codePointCount(0, pattern.length());
    }
}
