package org.wasl.bot.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.wasl.bot.conversation.Conversation.Fragment;
import org.wasl.bot.conversation.Conversation.Panel;
import org.wasl.bot.conversation.Speech.Shown;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.Line;

/**
 * Takes sentences out of what was written. Before anything was filed they are gone; after that the desk is told to show
 * them no more, and what they said of danger stands there and here, so that nobody who takes the phone can make it less.
 */
final class Striking {

    private static final int MOST_SHOWN = 20;
    private static final int LONGEST_SHOWN = 80;
    private static final int DIGEST_BYTES = 5;
    private static final String PREFIX = "p-s-";

    private Striking() {}

    /** A sentence that still stands, and the fragment it is in. */
    private record Standing(int fragment, String sentence) {
        @Override
        public String toString() {
            return "Standing[#" + fragment + ", redacted]";
        }
    }

    private static List<Standing> standing(Talk talk) {
        List<Standing> all = new ArrayList<>();
        for (int at = 0; at < talk.story.size(); at++) {
            Fragment fragment = talk.story.get(at);
            for (String sentence : Sentences.of(fragment.text())) {
                if (!fragment.struck().contains(sentence)) {
                    all.add(new Standing(at, sentence));
                }
            }
        }
        return all.size() > MOST_SHOWN ? all.subList(0, MOST_SHOWN) : all;
    }

    /** The sentences by number, as they are shown. */
    static String list(Talk talk) {
        List<Standing> all = standing(talk);
        StringBuilder list = new StringBuilder();
        for (int at = 0; at < all.size(); at++) {
            String sentence = all.get(at).sentence();
            String begin = sentence.codePointCount(0, sentence.length()) <= LONGEST_SHOWN
                    ? sentence
                    : sentence.substring(0, sentence.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
            list.append(at == 0 ? "" : "\n")
                    .append(Catalogue.isolated((at + 1) + "."))
                    .append(' ')
                    .append(Catalogue.quoted(begin));
        }
        return list.isEmpty() ? talk.words().say("summary.nothing") : list.toString();
    }

    static void choices(Talk talk, List<Shown> shown) {
        List<Standing> all = standing(talk);
        for (int at = 0; at < all.size(); at++) {
            shown.add(new Shown(option(all.get(at)), Catalogue.isolated(String.valueOf(at + 1))));
        }
    }

    /** Names the sentence by its words: a button of before never strikes another one. */
    private static String option(Standing one) {
        try {
            byte[] named = (one.fragment() + " " + one.sentence()).getBytes(StandardCharsets.UTF_8);
            return PREFIX
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(named), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing (expected: in every Java runtime)", e);
        }
    }

    /** A button of the list; {@code false} when it is no such button. */
    static boolean pressed(Talk talk, String option) {
        if (!option.startsWith(PREFIX)) {
            return false;
        }
        strike(
                talk,
                standing(talk).stream()
                        .filter(one -> option(one).equals(option))
                        .toList());
        return true;
    }

    /** Numbers typed under the list, one or several, in any digits; {@code false} when it is something else. */
    static boolean typed(Talk talk, String text) {
        String numbers = Folding.fold(text);
        if (talk.panel != Panel.STRIKE || !numbers.matches("[0-9]{1,2}( (و )?[0-9]{1,2}){0,19}")) {
            return false;
        }
        List<Standing> all = standing(talk);
        List<Standing> chosen = new ArrayList<>();
        for (String number : numbers.replace("و ", "").split(" ", -1)) {
            int at = Integer.parseInt(number);
            if (at >= 1 && at <= all.size()) {
                chosen.add(all.get(at - 1));
            }
        }
        if (chosen.isEmpty()) {
            return false;
        }
        strike(talk, chosen);
        return true;
    }

    private static void strike(Talk talk, List<Standing> chosen) {
        Conversation.Filing filing = talk.activeFiling();
        boolean filed = filing != null && filing.next() > 0;
        chosen.forEach(one -> {
            if (filed) {
                Fragment fragment = talk.story.get(one.fragment());
                talk.story.set(one.fragment(), fragment.striking(one.sentence()));
            } else {
                remove(talk, one);
            }
        });
        if (filing != null && filed && !chosen.isEmpty()) {
            talk.effects.add(new Effect.Tell(new IntakeEntry.Struck(
                    new IntakeId(filing.id()),
                    chosen.stream().map(Standing::sentence).distinct().toList(),
                    talk.at)));
        }
        talk.story.removeIf(fragment -> fragment.text().isBlank());
        talk.changed();
        Speech.say(talk, chosen.isEmpty() ? "struck.none" : "struck");
        Speech.ask(talk);
    }

    /** Nothing of it was sent: it is gone, from the story, from what waits to be sent, and from what it had said. */
    private static void remove(Talk talk, Standing one) {
        Fragment fragment = talk.story.get(one.fragment());
        String sentence = one.sentence();
        talk.story.set(one.fragment(), new Fragment(fragment.question(), without(fragment.text(), sentence)));
        talk.lines.replaceAll(line -> line.text().contains(sentence)
                ? new Line(line.speaker(), without(line.text(), sentence), line.question(), line.at())
                : line);
        talk.lines.removeIf(line -> line.text().isBlank());
        talk.told.removeIf(fact ->
                fact.evidence() != null && sentence.contains(fact.evidence().text()));
    }

    private static String without(String text, String sentence) {
        int at = text.indexOf(sentence);
        return at < 0
                ? text
                : (text.substring(0, at) + text.substring(at + sentence.length()))
                        .replaceAll(" {2,}", " ")
                        .strip();
    }
}
