package org.wasl.admin.console;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.alert.Rung;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.Page;

/**
 * One page to one colleague as the case shows it: who, when, by which way, and what is known to have become of it.
 *
 * @param then when that was; {@code null} while it waits
 * @param why what went wrong; {@code null} while nothing did
 */
record Paged(
        Instant at,
        String name,
        Rung rung,
        Page.Way way,
        State state,
        @Nullable Instant then,
        Page.@Nullable Why why) {

    /** What is known of a page. */
    enum State {
        SEEN,
        /** Whoever carries it took it; only "seen" proves that it arrived. */
        HANDED,
        WAITS,
        /** It was tried in vain and is tried again. */
        FAILS,
        GIVEN_UP
    }

    /** More than this is read in the API. */
    private static final int MOST = 60;

    /** The pages of a case, the latest first. */
    static List<Paged> of(Case held, Function<String, String> names) {
        return held.pages().stream()
                .sorted(Comparator.comparing(Page::at).reversed())
                .limit(MOST)
                .map(page -> of(page, names.apply(page.staff().value())))
                .toList();
    }

    private static Paged of(Page page, String name) {
        Page.Trouble trouble = page.trouble();
        State state = state(page);
        Instant then = switch (state) {
            case SEEN -> page.seen();
            case HANDED -> page.sent();
            case WAITS -> null;
            case FAILS, GIVEN_UP -> trouble == null ? null : trouble.last();
        };
        boolean failed = state == State.FAILS || state == State.GIVEN_UP;
        return new Paged(
                page.at(),
                name,
                Rung.of(page.rung()),
                page.way(),
                state,
                then,
                failed && trouble != null ? trouble.why() : null);
    }

    private static State state(Page page) {
        if (page.seen() != null) {
            return State.SEEN;
        }
        if (page.sent() != null) {
            return State.HANDED;
        }
        if (page.givenUp()) {
            return State.GIVEN_UP;
        }
        return page.trouble() == null ? State.WAITS : State.FAILS;
    }
}
