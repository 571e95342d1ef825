package org.wasl.admin.casework;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.FiledReports;
import org.wasl.admin.fieldwork.Fieldwork;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** Cases as memory holds them, as sentences: {@code aHotCase(1).judged(L2_EMERGENT).heldBy(LAYLA)}. */
public final class HotCases {
    private static final List<String> NUMBERS = List.of("5885-1192-05", "0558-3062-96", "4839-2175-78", "7719-5696-25");

    private final CaseNumber number;
    private Instant since = FiledReports.MORNING;
    private Level level = Level.L4_STANDARD;
    private CaseStatus status = CaseStatus.NEW;
    private boolean restricted;
    private boolean conflict;
    private @Nullable String where = "BG";
    private @Nullable StaffId owner;
    private boolean waiting = true;
    private @Nullable Instant acted;
    private boolean lowering;
    private boolean closing;
    private boolean review;
    private boolean drill;
    private @Nullable NextAction next;
    private @Nullable Instant parkedUntil;
    private Ties ties = Ties.NONE;
    private @Nullable Instant lowered;
    private boolean brought;
    private boolean inChat;
    private List<String> windows = List.of();
    private List<HotCase.PendingReply> replies = List.of();

    private HotCases(int which) {
        number = new CaseNumber(NUMBERS.get(which));
    }

    /** One that came this morning, and whose step is due in a day. */
    public static HotCases aHotCase(int which) {
        HotCases made = new HotCases(which);
        return made.dueAt(made.since.plusSeconds(86_400));
    }

    public static CaseNumber number(int which) {
        return new CaseNumber(NUMBERS.get(which));
    }

    public HotCases judged(Level said) {
        level = said;
        return this;
    }

    public HotCases in(CaseStatus now) {
        status = now;
        return this;
    }

    public HotCases since(Instant when) {
        since = when;
        return this;
    }

    /** Taken, and its first step done. */
    public HotCases heldBy(StaffId who) {
        owner = who;
        waiting = false;
        acted = since;
        status = status == CaseStatus.NEW ? CaseStatus.IN_PROGRESS : status;
        return this;
    }

    public HotCases restricted() {
        restricted = true;
        return this;
    }

    public HotCases aboutPolice() {
        conflict = true;
        return this;
    }

    public HotCases at(@Nullable String place) {
        where = place;
        return this;
    }

    public HotCases dueAt(@Nullable Instant when) {
        next = when == null ? null : new NextAction(when, NextAction.What.LOOK, null);
        return this;
    }

    public HotCases following(Instant when) {
        next = new NextAction(when, NextAction.What.FOLLOW_UP, null);
        return this;
    }

    public HotCases loweringAsked() {
        lowering = true;
        return this;
    }

    public HotCases closingAsked() {
        closing = true;
        return this;
    }

    public HotCases endedBadly() {
        status = CaseStatus.CLOSED;
        review = true;
        return this;
    }

    public HotCases drill() {
        drill = true;
        return this;
    }

    public HotCases parkedUntil(Instant when) {
        parkedUntil = when;
        return this;
    }

    public HotCases likeOthers() {
        ties = ties.pattern(new Ties.Pattern(2, since));
        return this;
    }

    public HotCases loweredAt(Instant when) {
        lowered = when;
        return this;
    }

    public HotCases brought() {
        brought = true;
        return this;
    }

    public HotCases inChat() {
        inChat = true;
        return this;
    }

    public HotCases inWindows(String... parts) {
        windows = List.of(parts);
        return this;
    }

    public HotCases owedAnAnswer() {
        replies = List.of(new HotCase.PendingReply("reply-1", since, 1));
        return this;
    }

    public HotCase build() {
        Card card = new Card(
                "self",
                Truth.NOT_ASKED,
                where,
                null,
                true,
                windows,
                inChat,
                inChat ? since : null,
                null,
                null,
                Truth.NOT_ASKED,
                "ar-IQ",
                "ar",
                Truth.NOT_ASKED);
        return new HotCase(
                number,
                1,
                1,
                status,
                level,
                false,
                10,
                null,
                Category.THR,
                Set.of(Category.THR),
                restricted,
                Set.of(),
                List.of(),
                card,
                owner,
                null,
                owner == null ? Set.of() : Set.of(owner),
                waiting,
                acted,
                since,
                since,
                since,
                false,
                false,
                false,
                false,
                lowering,
                drill,
                List.of(),
                List.of(),
                replies,
                true,
                null,
                0,
                next,
                parkedUntil,
                List.of(),
                false,
                ties,
                null,
                closing,
                review,
                null,
                conflict,
                since,
                null,
                null,
                lowered,
                brought,
                null,
                null,
                Fieldwork.NONE);
    }
}
