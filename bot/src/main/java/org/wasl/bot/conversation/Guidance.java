package org.wasl.bot.conversation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What helps in which situation. Two forms where the advice differs when the other person can reach the phone. */
final class Guidance {

    /**
     * One piece of advice.
     *
     * @param text catalogue key
     * @param inside catalogue key of the form for someone in the same house; {@code null} where there is one form only
     * @param line what the text names, a service of the directory of numbers or a tool; without it the piece is not said
     * @param only where it fits, nothing else is said
     * @param fallback said only where nothing else fits
     */
    record Piece(
            String id,
            Condition when,
            String text,
            @Nullable String inside,
            @Nullable String line,
            boolean only,
            boolean fallback) {}

    /**
     * Somebody else's tool a text may name. Data with a date, like a number: it may close, and then it is not named.
     *
     * @param name as it is written everywhere
     */
    record Tool(
            String id, String name, String owner, @Nullable LocalDate expiresOn, boolean active, String evidence) {

        boolean shownOn(LocalDate today) {
            return active && (expiresOn == null || !today.isAfter(expiresOn));
        }
    }

    /** What is said: a catalogue key, and what stands where it names a number or a tool. */
    record Advice(String text, @Nullable String line) {}

    private final List<Piece> pieces;
    private final Map<String, Tool> tools;

    private Guidance(List<Piece> pieces, Map<String, Tool> tools) {
        this.pieces = pieces;
        this.tools = tools;
    }

    static Guidance read(DataFile file) {
        Map<String, Tool> tools = new HashMap<>();
        for (DataFile part : file.parts("tools")) {
            Tool tool = new Tool(
                    part.text("id"),
                    part.text("name"),
                    part.text("owner"),
                    date(part),
                    part.flag("active"),
                    part.text("evidence"));
            tools.put(tool.id(), tool);
            part.nothingElse();
        }
        List<Piece> pieces = new ArrayList<>();
        for (DataFile part : file.parts("guidance")) {
            Object when = part.raw("when");
            if (when == null) {
                part.problem("when is missing");
                continue;
            }
            pieces.add(new Piece(
                    part.text("id"),
                    Condition.read(when, part),
                    part.text("text"),
                    part.optional("inside"),
                    part.optional("line"),
                    part.flag("only"),
                    part.flag("fallback")));
            part.nothingElse();
        }
        file.nothingElse();
        return new Guidance(List.copyOf(pieces), Map.copyOf(tools));
    }

    private static @Nullable LocalDate date(DataFile part) {
        try {
            return LocalDate.parse(part.text("expires-on"));
        } catch (DateTimeException e) {
            part.problem("expires-on is not a date (expected: \"2026-01-31\" in quotes)");
            return null;
        }
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** Whether there is such a tool, named or expired. */
    boolean knows(String tool) {
        return tools.containsKey(tool);
    }

    /** The name of a tool, while it may be named. */
    Optional<String> tool(String id, LocalDate today) {
        return Optional.ofNullable(tools.get(id))
                .filter(tool -> tool.shownOn(today))
                .map(Tool::name);
    }

    /**
     * What fits, the most pressing first.
     *
     * @param lines what a piece names, as it may be shown now; nothing where it may not
     */
    List<Advice> fitting(
            Condition.Situation situation, int most, boolean someoneInside, Function<String, Optional<String>> lines) {
        List<Advice> first = fitting(situation, someoneInside, lines, false);
        return (first.isEmpty() ? fitting(situation, someoneInside, lines, true) : first)
                .stream().limit(most).toList();
    }

    private List<Advice> fitting(
            Condition.Situation situation,
            boolean someoneInside,
            Function<String, Optional<String>> lines,
            boolean fallback) {
        List<Advice> fitting = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.fallback() == fallback && piece.when().holds(situation)) {
                Optional<Advice> advice = advice(piece, someoneInside, lines);
                if (piece.only() && advice.isPresent()) {
                    return List.of(advice.get());
                }
                advice.filter(one -> !fitting.contains(one)).ifPresent(fitting::add);
            }
        }
        return fitting;
    }

    private static Optional<Advice> advice(
            Piece piece, boolean someoneInside, Function<String, Optional<String>> lines) {
        String text = someoneInside && piece.inside() != null ? piece.inside() : piece.text();
        return piece.line() == null
                ? Optional.of(new Advice(text, null))
                : lines.apply(piece.line()).map(line -> new Advice(text, line));
    }
}
