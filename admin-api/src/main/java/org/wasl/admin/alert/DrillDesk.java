package org.wasl.admin.alert;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.DrillCases;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Digest;

/** Tries the ladder out: a marked L1 that runs through it as any other, and what became of it. */
final class DrillDesk {
    private static final String COLLECTION = "drills";
    /** A scheduled drill that was missed for longer is left out; the next one comes. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private static final int MOST_SHOWN = 200;

    private final DrillCases cases;
    private final CaseBook book;
    private final MongoTemplate mongo;
    private final StaffDirectory directory;
    private final AuditTrail trail;
    private final OnceValues once;
    private final DrillSettings settings;
    private final Clock clock;

    DrillDesk(
            DrillCases cases,
            CaseBook book,
            MongoTemplate mongo,
            StaffDirectory directory,
            AuditTrail trail,
            OnceValues once,
            DrillSettings settings,
            Clock clock) {
        this.cases = cases;
        this.book = book;
        this.mongo = mongo;
        this.directory = directory;
        this.trail = trail;
        this.once = once;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Begins a drill. Recorded before it begins.
     *
     * @param key the caller's own key for this one act: the same key is the same drill; {@code null} without one
     */
    public Optional<CaseNumber> begin(CurrentStaff staff, @Nullable String key) {
        if (!staff.may(Permission.DRILL)) {
            return Optional.empty();
        }
        String name = key == null ? once.next() : staff.id().value() + "\n" + key;
        trail.append(trail.done(staff.id().value(), Act.DRILL_STARTED, "drill"));
        return Optional.of(begin(named(name)));
    }

    /** The drills, the latest first. */
    public List<DrillResult> all() {
        List<DrillResult> all = new ArrayList<>();
        for (Document drill : collection().find()) {
            result(new CaseNumber(drill.getString("case"))).ifPresent(all::add);
        }
        return all.stream()
                .sorted(Comparator.comparing(DrillResult::began).reversed())
                .limit(MOST_SHOWN)
                .toList();
    }

    /** Forgets a drill whose case is gone. */
    void forget(CaseNumber number) {
        for (Document drill : collection().find()) {
            if (number.value().equals(drill.getString("case"))) {
                collection().deleteOne(Filters.eq("_id", drill.getString("_id")));
            }
        }
    }

    /** Whether a drill of this case is kept, read anew. */
    boolean knows(CaseNumber number) {
        for (Document drill : collection().find()) {
            if (number.value().equals(drill.getString("case"))) {
                return true;
            }
        }
        return false;
    }

    /** How one drill went; empty for a case that is none. */
    public Optional<DrillResult> result(CaseNumber number) {
        return book.read(number).filter(Case::drill).map(DrillDesk::result);
    }

    /** Begins what the schedule says and ends what is over. On every node; each drill is begun once. */
    void sweep() {
        Instant now = clock.instant();
        for (HotCase held : List.copyOf(book.hot())) {
            boolean over = held.drill()
                    && (!held.needsAcknowledgement()
                            || !now.isBefore(held.clockFrom().plus(settings.longest())));
            if (over && held.status().open()) {
                cases.end(held.number());
            }
        }
        due(now).filter(slot -> directory.aRealPersonHasSignedIn())
                .map(DrillDesk::named)
                .ifPresent(id -> {
                    if (book.caseOf(id).isEmpty()) {
                        trail.append(trail.done(AuditEntry.SYSTEM, Act.DRILL_STARTED, "drill"));
                        begin(id);
                    }
                });
    }

    private Optional<String> due(Instant now) {
        ZonedDateTime here = now.atZone(Scope.ZONE);
        LocalDate today = here.toLocalDate();
        List<ZonedDateTime> slots = new ArrayList<>();
        settings.shiftStarts().forEach(time -> slots.add(today.atTime(time).atZone(Scope.ZONE)));
        if (settings.monthlyDay() == today.getDayOfMonth()) {
            slots.add(today.atTime(settings.monthlyAt()).atZone(Scope.ZONE));
        }
        return slots.stream()
                .filter(slot -> !here.isBefore(slot) && here.isBefore(slot.plus(LATE)))
                .map(slot -> "schedule\n" + slot.toInstant())
                .findFirst();
    }

    private CaseNumber begin(IntakeId id) {
        CaseNumber number = cases.open(id);
        try {
            collection().insertOne(new Document("_id", id.value()).append("case", number.value()));
        } catch (MongoWriteException standing) {
            // The same drill, begun by another node or sent again.
        }
        return number;
    }

    private static DrillResult result(Case held) {
        Instant began = held.clockFrom();
        Optional<CaseEvent> claimed = held.events().stream()
                .filter(event -> event.kind() == CaseEvent.Kind.CLAIMED)
                .findFirst();
        return new DrillResult(
                held.number(),
                began,
                !held.status().open(),
                claimed.map(event -> new StaffId(event.by())).orElse(null),
                claimed.map(event -> seconds(began, event.at())).orElse(null),
                held.pages().stream().map(page -> call(began, page)).toList());
    }

    private static DrillResult.Call call(Instant began, Page page) {
        Page.Trouble trouble = page.trouble();
        Instant sent = page.sent();
        Instant seen = page.seen();
        return new DrillResult.Call(
                page.staff(),
                Rung.of(page.rung()),
                page.way(),
                seconds(began, page.at()),
                sent == null ? null : Long.valueOf(seconds(began, sent)),
                seen == null ? null : Long.valueOf(seconds(began, seen)),
                trouble == null ? null : trouble.why());
    }

    private static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }

    private static IntakeId named(String name) {
        return new IntakeId(
                Digest.of(Bytes.ofUtf8("wasl/drill/v1\n" + name)).toHex().substring(0, 32));
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection(COLLECTION);
    }
}
