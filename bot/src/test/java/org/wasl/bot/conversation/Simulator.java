package org.wasl.bot.conversation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Fact;

/**
 * A conversation in the terminal, for writers of flows: any flow in any locale, with what is known and how urgent it is
 * after every turn. {@code /save} keeps what was played as a golden transcript. Started by {@code bot/simulate}.
 */
final class Simulator {

    private static final Path TRANSCRIPTS = Path.of("bot/src/test/resources/transcripts");
    private static final Map<String, String> LANGUAGES =
            Map.of("ar-IQ", "ar", "ckb", "ckb", "kmr-Arab", "kmr", "en", "en");
    private static final String HELP = """
            What stands alone on a line is said. Beside that:
              /tap ID              the button with this id; "/ID" alone does the same
              /locale LOCALE       another language: ar-IQ, ckb, kmr-Arab, en
              /presence on|off     somebody is on duty, or nobody
              /timer NAME          a timer runs out: silence, lost
              /wait PT20M          time passes
              /buttons off         a channel without buttons
              /voice, /picture, /reply TEXT, /taken-over, /handed-back, /left, /came-back, /not-found, ...
                                   any other move of a transcript
              /facts               all that is known
              /undo                as if the last move had not been made
              /again               from the beginning
              /save NAME           as a golden transcript
              /quit""";

    private final Material material;
    private final PrintStream out;
    private final Path transcripts;
    private final boolean live;
    private final List<String> script = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();
    private TranscriptRunner runner;
    private int shown;

    /**
     * @param live whether this is the flow conversations begin with, so that a transcript of it can be kept
     */
    Simulator(Material material, boolean live, Path transcripts, PrintStream out) {
        this.material = material;
        this.live = live;
        this.transcripts = transcripts;
        this.out = out;
        this.runner = new TranscriptRunner(new ConversationEngine(material));
    }

    /** {@code [--flow=FILE or revision] [--locale=LOCALE]}. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String flow = "";
        String locale = "";
        for (String argument : arguments) {
            if (argument.startsWith("--flow=")) {
                flow = argument.substring("--flow=".length());
            } else if (argument.startsWith("--locale=")) {
                locale = argument.substring("--locale=".length());
            } else {
                out.println("not known: " + argument + " (expected: --flow=FILE or revision, --locale=LOCALE)");
                return;
            }
        }
        Material real = Materials.REAL;
        Problems problems = new Problems();
        Material material = flow.isEmpty() ? real : with(flow, problems);
        if (!problems.list().isEmpty()) {
            problems.list().forEach(out::println);
            return;
        }
        Simulator simulator =
                new Simulator(material, material.current().equals(real.current()) && flow.isEmpty(), TRANSCRIPTS, out);
        out.println("Flow " + material.current() + ". /help lists what can be done.");
        simulator.begin(locale);
        simulator.run(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }

    /** The same words and directories with one flow: a live revision by its key, or a file that is being written. */
    static Material with(String flow, Problems problems) throws IOException {
        Material real = Materials.REAL;
        Flow chosen = real.flows().get(flow);
        if (chosen == null) {
            Path file = Path.of(flow);
            if (!Files.isRegularFile(file)) {
                problems.add("flow " + flow + ": neither a file nor one of "
                        + real.flows().keySet());
                return real;
            }
            chosen = FlowReader.read(file(file, problems), part -> file(file.resolveSibling(part + ".yml"), problems));
        }
        Material material = Materials.with(Map.of(Material.key(chosen), chosen), Material.key(chosen), Migrations.NONE);
        Problems compiled = new Problems();
        new FlowCompiler(material, FlowLimits.DEFAULTS, compiled).check();
        compiled.list().stream()
                .filter(problem -> !problem.contains("nobody says"))
                .forEach(problems::add);
        return material;
    }

    private static DataFile file(Path path, Problems problems) {
        try {
            return DataFile.of(path.toString(), Files.readString(path), problems);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Opens the chat, in a locale when one is given. */
    void begin(String locale) {
        play("start");
        if (!locale.isEmpty()) {
            locale(locale);
        }
    }

    /** Plays line after line until there is none, or {@code /quit}. */
    void run(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null && !line.equals("/quit"); line = lines.readLine()) {
            if (line.startsWith("/")) {
                command(line.substring(1).strip());
            } else if (!line.isBlank()) {
                play("say " + line.strip());
            }
        }
    }

    private void command(String line) throws IOException {
        String[] parts = line.split(" ", 2);
        String rest = parts.length > 1 ? parts[1].strip() : "";
        switch (parts[0]) {
            case "help" -> out.println(HELP);
            case "facts" -> facts();
            case "locale" -> locale(rest);
            case "presence" -> play("set " + (rest.equals("off") ? "nobody" : "staffed"));
            case "buttons" -> play("set " + (rest.equals("off") ? "no buttons" : "buttons"));
            case "undo" -> undo();
            case "again" -> again();
            case "save" -> save(rest);
            default -> play(offered(parts[0]) ? "tap " + parts[0] : line);
        }
    }

    private boolean offered(String id) {
        return runner.offered().contains(id);
    }

    private void locale(String locale) {
        if (!LANGUAGES.containsKey(locale)) {
            out.println("? no catalogue for " + locale + " (expected: one of " + Material.LOCALES + ")");
        } else if (offered(String.valueOf(LANGUAGES.get(locale)))) {
            play("tap " + LANGUAGES.get(locale));
        } else {
            play("say language");
            play("tap p-" + locale);
        }
    }

    /** Makes a move of a transcript; one that cannot be made leaves everything as it was. */
    private void play(String move) {
        String before = "> " + move;
        try {
            String all = runner.play(before);
            script.add(before);
            out.print(all.substring(shown));
            shown = all.length();
            change();
            if (all.endsWith("work: derive a new receipt\n")) {
                play("derived");
            }
        } catch (IllegalArgumentException | IllegalStateException | java.time.DateTimeException e) {
            replay();
            out.println("? " + e.getMessage());
        }
    }

    private void replay() {
        runner = new TranscriptRunner(new ConversationEngine(material));
        shown = runner.play(String.join("\n", script)).length();
    }

    private void undo() {
        if (script.size() > 1) {
            script.removeLast();
            replay();
            known.clear();
            out.println("(" + script.size() + " moves)");
            change();
        }
    }

    private void again() {
        script.clear();
        known.clear();
        replay();
        play("start");
    }

    /** Where the conversation stands, how urgent it reads, and which facts came or went with this turn. */
    private void change() {
        Talk talk = talk();
        Set<String> now = new LinkedHashSet<>();
        talk.facts().forEach(fact -> now.add(written(fact)));
        StringBuilder line = new StringBuilder("  == ").append(talk.step.isEmpty() ? "rests" : talk.step);
        if (talk.panel != null) {
            line.append(" under ").append(Speech.lower(talk.panel));
        }
        line.append(" | ").append(talk.level().wire()).append(' ').append(talk.category());
        now.stream()
                .filter(fact -> !known.contains(fact))
                .forEach(fact -> line.append(" +").append(fact));
        known.stream()
                .filter(fact -> !now.contains(fact))
                .forEach(fact -> line.append(" -").append(fact));
        known.clear();
        known.addAll(now);
        out.println(line);
    }

    private void facts() {
        Talk talk = talk();
        talk.facts().forEach(fact -> out.println("  " + written(fact)));
        talk.flags.forEach(flag -> out.println("  flag " + flag.wire()));
        if (!talk.nothingSaid()) {
            talk.assessment()
                    .reasons()
                    .forEach(reason -> out.println(
                            "  " + reason.rule() + " -> " + reason.floor().wire()));
        }
    }

    private Talk talk() {
        TurnContext world = runner.world();
        return Talk.open(material, runner.state(), world.now(), world);
    }

    private static String written(Fact fact) {
        String detail = fact.detail() == null ? "" : ":" + fact.detail();
        return fact.key().wire() + "=" + fact.truth() + detail;
    }

    private void save(String name) throws IOException {
        String locale = runner.locale();
        @Nullable String problem = problem(name);
        if (problem != null) {
            out.println("? " + problem);
            return;
        }
        Path file = transcripts.resolve(name.startsWith(locale + "-") ? name + ".txt" : locale + "-" + name + ".txt");
        if (Files.exists(file)) {
            out.println("? " + file + " is there already");
            return;
        }
        String title = "# " + name.replace('-', ' ') + ".\n";
        Files.writeString(
                file, new TranscriptRunner(new ConversationEngine(material)).play(title + String.join("\n", script)));
        out.println("saved " + file + "; its first line says what it is about");
    }

    private @Nullable String problem(String name) {
        if (!live) {
            return "golden transcripts are of the flow conversations begin with; " + material.current() + " is not it";
        }
        return name.matches("[A-Za-z0-9-]{1,60}") ? null : "/save NAME, of letters, digits and dashes";
    }
}
