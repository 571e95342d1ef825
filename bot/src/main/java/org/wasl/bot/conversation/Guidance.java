package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What helps in which situation. Two forms where the advice differs when the other person can reach the phone. */
final class Guidance {

    /**
     * One piece of advice.
     *
     * @param text catalogue key
     * @param inside catalogue key of the form for someone in the same house; {@code null} where there is one form only
     * @param fallback said only where nothing else fits
     */
    record Piece(
            String id,
            Condition when,
            String text,
            @Nullable String inside,
            boolean fallback) {}

    private final List<Piece> pieces;

    private Guidance(List<Piece> pieces) {
        this.pieces = pieces;
    }

    static Guidance read(DataFile file) {
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
                    part.flag("fallback")));
            part.nothingElse();
        }
        file.nothingElse();
        return new Guidance(List.copyOf(pieces));
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** Catalogue keys of what fits, the most pressing first. */
    List<String> fitting(Condition.Situation situation, int most, boolean someoneInside) {
        List<String> fitting = fitting(situation, most, someoneInside, false);
        return fitting.isEmpty() ? fitting(situation, most, someoneInside, true) : fitting;
    }

    private List<String> fitting(Condition.Situation situation, int most, boolean someoneInside, boolean fallback) {
        return pieces.stream()
                .filter(piece -> piece.fallback() == fallback && piece.when().holds(situation))
                .map(piece -> someoneInside && piece.inside() != null ? piece.inside() : piece.text())
                .distinct()
                .limit(most)
                .toList();
    }
}
