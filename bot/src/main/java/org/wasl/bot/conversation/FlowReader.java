package org.wasl.bot.conversation;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.conversation.Conversation.Panel;
import org.wasl.triage.intake.ContactWindow;
import org.wasl.triage.intake.DayPart;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Truth;

/** Reads a flow file. Whether the flow makes sense is for {@link FlowCompiler} to say. */
final class FlowReader {

    private FlowReader() {}

    /** Reads a flow, and the parts it names, by their names without the ending. */
    static Flow read(DataFile file, Function<String, DataFile> parts) {
        Map<String, List<FactKey>> told = new LinkedHashMap<>();
        Map<String, Step> steps = new LinkedHashMap<>(steps(file, told));
        Map<String, Set<String>> byPart = new HashMap<>();
        for (String name : file.texts("parts")) {
            DataFile part = parts.apply(name);
            Map<String, Step> inside = steps(part, told);
            part.nothingElse();
            byPart.put(name, inside.keySet());
            inside.forEach((id, step) -> {
                if (steps.put(id, step) != null) {
                    part.problem("step twice in one flow: " + id);
                }
            });
        }
        Flow flow = new Flow(
                file.text("flow"),
                file.number("revision"),
                file.text("start"),
                file.text("emergency"),
                file.text("returning"),
                file.text("answer"),
                file.optional("menu"),
                file.text("once-more"),
                file.text("again"),
                steps,
                told,
                budgets(file, steps, byPart),
                Counted.read(file, steps, byPart));
        file.nothingElse();
        return flow;
    }

    private static List<Budget> budgets(DataFile file, Map<String, Step> steps, Map<String, Set<String>> byPart) {
        List<Budget> budgets = new ArrayList<>();
        for (DataFile budget : file.parts("budgets")) {
            Set<String> counted = new LinkedHashSet<>();
            for (String part : budget.texts("parts")) {
                if (!byPart.containsKey(part)) {
                    budget.problem("part not known: " + part);
                }
                byPart.getOrDefault(part, Set.of()).stream()
                        .filter(id -> steps.get(id) instanceof Step.Choose
                                || steps.get(id) instanceof Step.AskText
                                || steps.get(id) instanceof Step.AskPlace)
                        .forEach(counted::add);
            }
            for (String free : budget.texts("free")) {
                if (!counted.remove(free)) {
                    budget.problem("not a question of these parts: " + free);
                }
            }
            budgets.add(new Budget(
                    counted,
                    budget.number("most"),
                    budget.optional("last"),
                    budget.text("then"),
                    budget.flag("pressed")));
            budget.nothingElse();
        }
        return List.copyOf(budgets);
    }

    private static Map<String, Step> steps(DataFile file, Map<String, List<FactKey>> told) {
        Map<String, Step> steps = new LinkedHashMap<>();
        file.named("steps").forEach((id, data) -> {
            List<FactKey> said = data.texts("told").stream()
                    .map(written -> key(written, data))
                    .flatMap(List::stream)
                    .toList();
            if (!said.isEmpty()) {
                told.put(id, said);
            }
            List<Step> read = data.text("type").equals("confirm") ? confirm(id, data) : alone(step(id, data));
            data.nothingElse();
            for (Step step : read) {
                if (steps.put(step.id(), step) != null) {
                    file.problem("step twice in one flow: " + step.id());
                }
            }
        });
        return steps;
    }

    private static List<Step> alone(@Nullable Step step) {
        return step == null ? List.of() : List.of(step);
    }

    /** One step that picks a question, and the questions: each with a yes and a no to one fact. */
    private static List<Step> confirm(String id, DataFile data) {
        List<Step> read = new ArrayList<>();
        List<Step.Suspicion> suspicions = new ArrayList<>();
        String next = data.text("next");
        for (DataFile question : data.parts("questions")) {
            String name = question.text("id");
            List<FactKey> keys = key(question.text("fact"), question);
            String so = question.optional("so");
            String skip = question.optional("skip");
            boolean first = question.flag("first");
            read.add(new Step.Choose(
                    name,
                    question.text("text"),
                    unless(question),
                    skip == null ? next : skip,
                    question.optional("name"),
                    false,
                    false,
                    List.of(
                            answer("so", "confirm.yes", keys, Truth.YES, so == null ? next : so),
                            answer("not-so", "confirm.no", keys, Truth.NO, next))));
            keys.forEach(key -> suspicions.add(new Step.Suspicion(key, name, first)));
            question.nothingElse();
        }
        read.addFirst(new Step.Confirm(id, suspicions, next));
        return read;
    }

    private static Option answer(String id, String label, List<FactKey> keys, Truth truth, String next) {
        boolean yes = truth == Truth.YES;
        return new Option(
                id,
                label,
                keys.stream().map(key -> Fact.chosen(key, truth)).toList(),
                yes ? List.of() : keys,
                yes ? keys : List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                false,
                null,
                List.of(),
                next);
    }

    private static @Nullable Step step(String id, DataFile data) {
        String type = data.text("type");
        return switch (type) {
            case "say" -> new Step.Say(id, data.text("text"), unless(data), data.text("next"));
            case "choose" ->
                new Step.Choose(
                        id,
                        data.text("text"),
                        unless(data),
                        data.optional("skip"),
                        data.optional("name"),
                        data.flag("multi"),
                        data.flag("unsaid"),
                        options(data));
            case "text" ->
                new Step.AskText(
                        id,
                        data.text("text"),
                        unless(data),
                        data.optional("skip"),
                        data.optional("name"),
                        reads(data),
                        data.optional("consent"),
                        data.text("next"));
            case "place" ->
                new Step.AskPlace(
                        id,
                        data.text("text"),
                        unless(data),
                        data.optional("skip"),
                        data.optional("name"),
                        FactKey.GOVERNORATE,
                        data.flag("spot"),
                        data.text("next"));
            case "story" ->
                new Step.Story(
                        id,
                        data.text("text"),
                        unless(data),
                        data.optional("skip"),
                        data.optional("name"),
                        data.text("done"),
                        data.text("heard"),
                        duration(data, "silence"),
                        !"false".equals(data.optional("restarts")),
                        data.text("next"));
            case "receipt" -> new Step.OfferReceipt(id, data.text("text"), unless(data), data.text("next"));
            case "secret" ->
                new Step.Secret(
                        id, data.text("text"), unless(data), data.optional("skip"), kind(data), data.text("next"));
            case "withdraw" -> new Step.Withdraw(id, data.text("next"));
            case "returning" -> new Step.Returning(id, data.text("text"), data.text("next"));
            case "branch" -> branch(id, data);
            case "assess" -> new Step.Assess(id, data.text("next"));
            case "file" -> new Step.FileReport(id, data.text("next"));
            case "guidance" -> new Step.Guide(id, data.number("most"), data.text("next"));
            case "end" -> new Step.End(id, data.optional("text"), how(data));
            default -> {
                data.problem("type of step not known: " + type);
                yield null;
            }
        };
    }

    private static Step branch(String id, DataFile data) {
        List<Step.Arm> arms = new ArrayList<>();
        for (DataFile arm : data.parts("arms")) {
            arms.add(new Step.Arm(condition(arm, "when", Condition.ALWAYS), arm.text("next")));
            arm.nothingElse();
        }
        return new Step.Branch(id, arms, data.text("otherwise"));
    }

    private static List<Option> options(DataFile data) {
        List<Option> options = new ArrayList<>();
        for (DataFile option : data.parts("options")) {
            options.add(new Option(
                    option.text("id"),
                    option.text("label"),
                    option.texts("facts").stream()
                            .map(written -> fact(written, option))
                            .flatMap(List::stream)
                            .toList(),
                    option.texts("denies").stream()
                            .map(written -> key(written, option))
                            .flatMap(List::stream)
                            .toList(),
                    List.of(),
                    option.optional("consent"),
                    option.optional("locale"),
                    window(option),
                    flags(option, "sets"),
                    flags(option, "clears"),
                    option.optional("group"),
                    option.flag("alone"),
                    opens(option),
                    option.texts("unsays"),
                    option.text("next")));
            option.nothingElse();
        }
        return options;
    }

    private static @Nullable Panel opens(DataFile option) {
        String written = option.optional("opens");
        if (written == null || written.equals(Speech.lower(Panel.STRIKE))) {
            return written == null ? null : Panel.STRIKE;
        }
        option.problem("opens nothing known: " + written);
        return null;
    }

    private static @Nullable String window(DataFile option) {
        String written = option.optional("window");
        if (written != null
                && !written.equals(Option.NO_WINDOW)
                && DayPart.ofWire(written).isEmpty()
                && ContactWindow.day(written).isEmpty()) {
            option.problem("window not known: " + written);
        }
        return written;
    }

    /** Reads {@code dangerNow=YES}, {@code ageBand=YES:9-14}, or with hours until an event {@code moved=YES:24h}. */
    private static List<Fact> fact(String written, DataFile where) {
        try {
            int equals = written.indexOf('=');
            int colon = written.indexOf(':');
            String key = written.substring(0, equals);
            String truth = colon < 0 ? written.substring(equals + 1) : written.substring(equals + 1, colon);
            String detail = colon < 0 ? null : written.substring(colon + 1);
            FactKey said = FactKey.ofWire(key);
            Integer hours = detail != null && said.details().isEmpty() && detail.matches("[0-9]{1,4}h")
                    ? Integer.valueOf(detail.substring(0, detail.length() - 1))
                    : null;
            String kept = hours == null ? detail : null;
            return List.of(new Fact(said, Truth.valueOf(truth), kept, hours, FactSource.BUTTON, null));
        } catch (RuntimeException e) {
            where.problem("fact not understood: " + written);
            return List.of();
        }
    }

    private static List<FactKey> key(String written, DataFile where) {
        try {
            return List.of(FactKey.ofWire(written));
        } catch (IllegalArgumentException e) {
            where.problem("fact not known: " + written);
            return List.of();
        }
    }

    private static List<Flag> flags(DataFile data, String key) {
        List<Flag> flags = new ArrayList<>();
        for (String written : data.texts(key)) {
            try {
                flags.add(Flag.valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_')));
            } catch (IllegalArgumentException e) {
                data.problem("flag not known: " + written);
            }
        }
        return flags;
    }

    private static Step.@Nullable Reads reads(DataFile data) {
        String written = data.optional("reads");
        for (Step.Reads reads : Step.Reads.values()) {
            if (reads.name().toLowerCase(Locale.ROOT).equals(written)) {
                return reads;
            }
        }
        if (written != null) {
            data.problem("reads is not known: " + written);
        }
        return null;
    }

    private static Step.Secret.Kind kind(DataFile data) {
        String written = data.text("kind");
        for (Step.Secret.Kind kind : Step.Secret.Kind.values()) {
            if (Speech.lower(kind).equals(written)) {
                return kind;
            }
        }
        data.problem("kind not known: " + written);
        return Step.Secret.Kind.WORD;
    }

    private static Step.How how(DataFile data) {
        String written = data.text("how");
        for (Step.How how : Step.How.values()) {
            if (how.name().toLowerCase(Locale.ROOT).equals(written)) {
                return how;
            }
        }
        data.problem("end not known: " + written);
        return Step.How.REST;
    }

    private static Condition unless(DataFile data) {
        return condition(data, "unless", new Condition.Any(List.of()));
    }

    private static Condition condition(DataFile data, String key, Condition missing) {
        Object written = data.raw(key);
        return written == null ? missing : Condition.read(written, data);
    }

    private static @Nullable Duration duration(DataFile data, String key) {
        String written = data.optional(key);
        if (written == null) {
            return null;
        }
        try {
            return Duration.parse(written);
        } catch (DateTimeParseException e) {
            data.problem(key + " is not a duration");
            return null;
        }
    }
}
