package org.wasl.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares what citizens know with what the desk has. Every word a citizen says carries a sign of its own, {@code
 * (kc17w2)}: whose it is and which. Answers of staff carry the number of their case.
 */
final class Ledger {

    private static final Pattern SIGN = Pattern.compile("\\((\\w+c\\d+)w\\d+\\)");

    private Ledger() {}

    /** A word that can be told from any other. */
    static String sign(String citizen, int word) {
        return "(" + citizen + "w" + word + ")";
    }

    /** What staff write to this case and no other. In letters, since the chat puts marks around numbers. */
    static String answer(String caseNumber) {
        return "answer-"
                + caseNumber
                        .replaceAll("\\D", "")
                        .chars()
                        .mapToObj(digit -> Character.toString('a' + digit - '0'))
                        .collect(Collectors.joining())
                + ".";
    }

    /**
     * A citizen, as far as they can tell.
     *
     * @param accepted signs of the words they saw accepted
     * @param unsure signs of the words they said and gave up on before they saw that
     * @param shown every text on the screen, one that stands there twice twice
     * @param most times one message came, with what a page leaves out because it has it already
     * @param kills how many kills they lived through
     * @param stuck what they waited for in vain; empty when they reached the end
     */
    record Witness(
            String citizen,
            List<String> accepted,
            List<String> unsure,
            List<String> shown,
            int most,
            int kills,
            boolean mayRepeat,
            String stuck) {}

    /** A reply as its case has it. */
    record Answer(String text, boolean delivered) {}

    /**
     * A case as staff see it.
     *
     * @param words the lines of its citizen
     * @param whole whether no filing is missing and none contradicts another
     */
    record SeenCase(String number, int reports, boolean whole, List<String> words, List<Answer> answers) {}

    /** What is wrong; empty when nothing is. */
    static List<String> findings(List<Witness> witnesses, List<SeenCase> cases) {
        List<String> found = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        Map<String, Set<String>> casesOf = new HashMap<>();
        for (SeenCase seen : cases) {
            Set<String> whose = new TreeSet<>();
            for (String line : seen.words()) {
                Matcher sign = SIGN.matcher(line);
                while (sign.find()) {
                    times.merge(sign.group(), 1, Integer::sum);
                    whose.add(sign.group(1));
                }
            }
            whose.forEach(citizen ->
                    casesOf.computeIfAbsent(citizen, key -> new TreeSet<>()).add(seen.number()));
            look(seen, whose, found);
        }
        for (Witness witness : witnesses) {
            words(witness, times, found);
            Set<String> own = casesOf.getOrDefault(witness.citizen(), Set.of());
            if (own.size() != 1) {
                found.add("report of " + witness.citizen() + " in " + own.size() + " cases (expected: 1)");
            }
            cases.stream().filter(seen -> own.contains(seen.number())).forEach(seen -> answers(witness, seen, found));
            screen(witness, found);
        }
        return found;
    }

    private static void look(SeenCase seen, Set<String> whose, List<String> found) {
        if (whose.size() != 1) {
            found.add("case " + seen.number() + " holds words of " + whose + " (expected: of one citizen)");
        }
        if (seen.reports() != 1) {
            found.add("case " + seen.number() + " has " + seen.reports() + " reports (expected: 1)");
        }
        if (!seen.whole()) {
            found.add("case " + seen.number() + " misses a filing or has one twice with other words");
        }
    }

    private static void words(Witness witness, Map<String, Integer> times, List<String> found) {
        for (String sign : witness.accepted()) {
            int count = times.getOrDefault(sign, 0);
            if (count == 0) {
                found.add("lost: " + sign);
            }
            if (count > 1) {
                found.add("doubled: " + sign + ", " + count + " times");
            }
        }
        for (String sign : witness.unsure()) {
            if (times.getOrDefault(sign, 0) > 1) {
                found.add("doubled: " + sign + ", never seen accepted");
            }
        }
    }

    private static void answers(Witness witness, SeenCase seen, List<String> found) {
        if (seen.answers().size() != 1) {
            found.add("case " + seen.number() + " has " + seen.answers().size() + " answers (expected: 1)");
        }
        for (Answer answer : seen.answers()) {
            long shown = witness.shown().stream()
                    .filter(text -> text.contains(answer.text()))
                    .count();
            int most = witness.mayRepeat() ? 1 + witness.kills() : 1;
            if (shown == 0) {
                found.add("lost: answer to " + witness.citizen());
            }
            if (shown > most) {
                found.add("doubled: answer to " + witness.citizen() + ", " + shown + " times after " + witness.kills()
                        + " kills");
            }
            if (!answer.delivered()) {
                found.add("answer to " + witness.citizen() + " is not known to be delivered");
            }
        }
    }

    private static void screen(Witness witness, List<String> found) {
        if (!witness.stuck().isEmpty()) {
            found.add("stuck: " + witness.citizen() + " waits for " + witness.stuck());
        }
        if (witness.most() > 1 + witness.kills()) {
            found.add("a message came to " + witness.citizen() + " " + witness.most() + " times after "
                    + witness.kills() + " kills");
        }
    }
}
