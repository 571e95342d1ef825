package org.wasl.triage.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Reason;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Report;

/**
 * Measures on public texts of other people, where a folder of them is at hand. They are never learnt from; only counts
 * leave this class.
 */
final class Outside {

    private final Triage triage;
    private final Progress progress;
    private final List<Line> lines = new ArrayList<>();

    Outside(Triage triage, Progress progress) {
        this.triage = triage;
        this.progress = progress;
    }

    /**
     * One figure.
     *
     * @param target the share it is to be at least, or at most where {@code wanted} is below
     * @param rules of how many of the texts called urgent each rule says so
     */
    record Line(String what, Rate rate, double target, boolean atLeast, Map<String, Integer> rules) {

        Line(String what, Rate rate, double target, boolean atLeast) {
            this(what, rate, target, atLeast, Map.of());
        }

        boolean reached() {
            return atLeast ? rate.share() >= target : rate.share() <= target;
        }
    }

    /** Figures of the files that are there. */
    List<Line> measure(Path folder) throws IOException {
        everyday(folder, "everyday-sorani-tweets.txt", 0.005);
        everyday(folder, "everyday-sorani-spoken.txt", 0.005);
        everyday(folder, "everyday-kurmanji-tweets.txt", 0.010);
        urgentAmong(folder, "arabic-comments-insults.tsv", "called urgent: insults", 2, row -> true, 0.010, false);
        urgentAmong(folder, "arabic-suicide-news.tsv", "called urgent: suicide news", 0, row -> true, 0.020, false);
        distress(folder);
        languages(folder);
        keyboard(folder);
        return List.copyOf(lines);
    }

    private void everyday(Path folder, String file, double most) throws IOException {
        List<String> texts = lines(folder, file);
        if (!texts.isEmpty()) {
            lines.add(urgent("called urgent: " + file, texts, most, false));
        }
    }

    private void urgentAmong(
            Path folder,
            String file,
            String what,
            int column,
            Predicate<String[]> wanted,
            double target,
            boolean atLeast)
            throws IOException {
        List<String> texts = rows(folder, file).stream()
                .filter(row -> row.length > column && wanted.test(row))
                .map(row -> row[column])
                .toList();
        if (!texts.isEmpty()) {
            lines.add(urgent(what, texts, target, atLeast));
        }
    }

    private void distress(Path folder) throws IOException {
        String file = "arabic-distress-questions.tsv";
        List<String> all = lines(folder, file);
        if (all.isEmpty()) {
            return;
        }
        List<String> heads = List.of(all.getFirst().split("\t", -1));
        int text = heads.indexOf("text");
        int suicide = suicideColumn(heads);
        int hard = heads.indexOf("hard_negative");
        if (text < 0 || suicide < 0) {
            progress.at(file + ": its columns are not those expected");
            return;
        }
        urgentAmong(folder, file, "active suicide found", text, row -> row[suicide].equals("active"), 0.95, true);
        if (hard >= 0) {
            urgentAmong(
                    folder,
                    file,
                    "called urgent: panic and fear of death",
                    text,
                    row -> !row[hard].isBlank() && !row[hard].equals("0") && !row[hard].equals("no"),
                    0.05,
                    false);
        }
    }

    private static int suicideColumn(List<String> heads) {
        for (int at = 0; at < heads.size(); at++) {
            if (heads.get(at).contains("suicid")) {
                return at;
            }
        }
        return -1;
    }

    private void languages(Path folder) throws IOException {
        Map<String, Double> targets =
                Map.of("ar", 0.99, "ckb", 0.97, "kmr-arab", 0.92, "kmr-latn", 0.99, "arabizi", 0.90);
        Map<String, List<Boolean>> right = new TreeMap<>();
        for (String[] row : rows(folder, "language-id.tsv")) {
            if (row.length >= 3) {
                right.computeIfAbsent(row[0], any -> new ArrayList<>())
                        .add(assess(row[2]).language().wire().equals(row[0]));
            }
        }
        right.forEach((language, answers) -> {
            if (targets.containsKey(language)) {
                lines.add(new Line("language recall: " + language, rate(answers), targets.get(language), true));
            }
        });
    }

    private void keyboard(Path folder) throws IOException {
        List<Boolean> right = new ArrayList<>();
        for (String[] row : rows(folder, "sorani-on-arabic-keyboard.tsv")) {
            right.add(assess(row[0]).language().wire().equals("ckb"));
        }
        if (!right.isEmpty()) {
            lines.add(new Line("language recall: Sorani on Arabic keys", rate(right), 0.90, true));
        }
    }

    private Line urgent(String what, List<String> texts, double target, boolean atLeast) {
        List<Boolean> urgent = new ArrayList<>(texts.size());
        Map<String, Integer> rules = new TreeMap<>();
        for (String text : texts) {
            Assessment assessment = assess(text);
            urgent.add(assessment.urgent());
            assessment.reasons().stream()
                    .filter(reason -> reason.floor().urgent())
                    .map(Reason::rule)
                    .distinct()
                    .forEach(rule -> rules.merge(rule, 1, Integer::sum));
        }
        return new Line(what, rate(urgent), target, atLeast, rules);
    }

    private static Rate rate(List<Boolean> answers) {
        return new Rate((int) answers.stream().filter(answer -> answer).count(), answers.size());
    }

    private Assessment assess(String text) {
        return triage.assess(new Report(text, Facts.NONE));
    }

    private List<String[]> rows(Path folder, String file) throws IOException {
        List<String> all = lines(folder, file);
        return all.stream().skip(1).map(line -> line.split("\t", -1)).toList();
    }

    private List<String> lines(Path folder, String file) throws IOException {
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            return List.of();
        }
        progress.at(file);
        return Files.readAllLines(path).stream().filter(line -> !line.isBlank()).toList();
    }
}
