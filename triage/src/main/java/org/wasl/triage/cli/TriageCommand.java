package org.wasl.triage.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.classifier.StaleModelException;
import org.wasl.triage.handover.HandoverCommand;
import org.wasl.triage.lexicon.FaultyDataException;

/**
 * Triage on the command line.
 *
 * <p>{@code assess} reads one JSON object a line from standard input and writes one a line; {@code explain} shows how
 * one text is read; {@code train} and {@code evaluate} work on the corpora. Exit codes: 0
 * done (bad lines included: each has its error line), 1 input or output broke, 2 wrong
 * usage, 3 rules, lexicons, corpora or model faulty.
 */
public final class TriageCommand {

    static final int DONE = 0;
    static final int BROKEN = 1;
    static final int USAGE = 2;
    static final int FAULTY_DATA = 3;

    private static final String HELP = """
            Usage: java -jar wasl-triage.jar assess < in.jsonl > out.jsonl
                   java -jar wasl-triage.jar explain "text"
                   java -jar wasl-triage.jar evaluate [--corpus folder] [--data folder] [--html file]
                       [--held-out | --rules-alone | --learning-curve]
                   java -jar wasl-triage.jar train [--corpus folder] [--to file]
                   java -jar wasl-triage.jar handover new-key | open ...

            assess   one line in: {"id": "1", "text": "...", "facts": {"dangerNow": "YES",
                       "strangled": {"value": "YES", "detail": "72h"}, "publishDeadline": {"value": "YES", "hours": 5}}}
                     (facts may be left out); one line out: the assessment, or {"id", "error"}.
            explain  how the text is read: language, facts with their words, rules, what would raise it.
            evaluate measures on the development sets (--held-out: on the training texts, writer by writer, minutes;
                     --rules-alone: without the classifier; --data: on other people's texts too;
                     --learning-curve: what more texts would bring).
            handover for a partner: opens what the desk sealed to their key; alone it says how.
            train    makes the classifier's model anew from the corpora; takes minutes, the same bytes each time.
            """;

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;

    TriageCommand(InputStream in, OutputStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new TriageCommand(System.in, System.out, err).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        if (arguments.equals(List.of("--help")) || arguments.equals(List.of("-h"))) {
            err.print(HELP);
            return DONE;
        }
        if (!arguments.isEmpty() && arguments.getFirst().equals("handover")) {
            return new HandoverCommand(in, out, err, new SecureRandom()).run(arguments.subList(1, arguments.size()));
        }
        if (!arguments.isEmpty() && arguments.getFirst().equals("train")) {
            return train(arguments.subList(1, arguments.size()));
        }
        if (!arguments.isEmpty() && arguments.getFirst().equals("train-languages")) {
            return trainLanguages(arguments.subList(1, arguments.size()));
        }
        if (!arguments.isEmpty() && arguments.getFirst().equals("evaluate")) {
            return evaluate(arguments.subList(1, arguments.size()));
        }
        boolean assess = arguments.equals(List.of("assess"));
        boolean explain = arguments.size() == 2 && arguments.get(0).equals("explain");
        if (!assess && !explain) {
            err.print(HELP);
            return USAGE;
        }
        try (OutputStream buffered = new BufferedOutputStream(out, 1 << 16)) {
            Triage triage = Triage.load();
            if (assess) {
                new AssessLines(triage).run(in, buffered);
            } else {
                buffered.write(Explanation.of(triage, arguments.get(1)).getBytes(StandardCharsets.UTF_8));
            }
            return DONE;
        } catch (FaultyDataException | StaleModelException faulty) {
            err.println(faulty.getMessage());
            return FAULTY_DATA;
        } catch (IOException broken) {
            err.println("input or output broke: " + broken.getClass().getSimpleName());
            return BROKEN;
        }
    }

    private int train(List<String> rest) {
        return learn(() -> new TrainCommand(err).run(new Options(rest, Set.of("--corpus", "--to"), Set.of())));
    }

    private int trainLanguages(List<String> rest) {
        return learn(() -> new TrainLanguagesCommand(err).run(new Options(rest, Set.of("--corpus", "--to"), Set.of())));
    }

    private int evaluate(List<String> rest) {
        Set<String> valued = Set.of("--corpus", "--data", "--html");
        Set<String> plain = Set.of("--held-out", "--rules-alone", "--learning-curve");
        return learn(() -> new EvaluateCommand(out, err).run(new Options(rest, valued, plain)));
    }

    /** Work on corpora, and what can be wrong with them. */
    private interface Work {
        void run() throws IOException;
    }

    private int learn(Work work) {
        try {
            work.run();
            return DONE;
        } catch (FaultyDataException | StaleModelException faulty) {
            err.println(faulty.getMessage());
            return FAULTY_DATA;
        } catch (IllegalArgumentException usage) {
            err.println(usage.getMessage());
            err.print(HELP);
            return USAGE;
        } catch (IOException broken) {
            err.println("input or output broke: " + broken);
            return BROKEN;
        }
    }
}
