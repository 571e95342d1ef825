package org.wasl.admin.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.Orphans;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What is told of keeping and destroying, over HTTP and on pages alike. That a case is about the security forces shows in
 * its class, so those who may not know that are told no class.
 */
final class RetentionView {
    private RetentionView() {}

    /** A class of cases; {@code keep} is an ISO 8601 period. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record KeepingResource(RetentionClass name, String keep, boolean proposed, String source, String why) {
        static KeepingResource of(RetentionRule rule) {
            return new KeepingResource(rule.of(), rule.keep().toString(), rule.proposed(), rule.source(), rule.why());
        }
    }

    record KeepingsResource(List<KeepingResource> classes) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record DueCaseResource(
            String number,
            @Nullable RetentionClass retentionClass,
            LocalDate closed,
            LocalDate due,
            Item.State state,
            List<String> left) {
        static DueCaseResource of(Item item, CurrentStaff reader) {
            return new DueCaseResource(
                    item.number(), shown(item.of(), reader), item.closed(), item.due(), item.state(), item.left());
        }
    }

    /** Who agreed to a list, or refused it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record AgreementResource(String staffId, boolean agreed, String reason, Instant at) {
        static AgreementResource of(DestructionList.Agreed word) {
            return new AgreementResource(word.by(), word.agreed(), word.reason(), word.at());
        }

        @Override
        public String toString() {
            return "AgreementResource[" + staffId + ", " + agreed + "]";
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record DestructionListResource(
            String id,
            DestructionList.State state,
            LocalDate proposed,
            int count,
            List<DueCaseResource> cases,
            List<AgreementResource> agreements) {
        static DestructionListResource of(ListDesk.Held held, CurrentStaff reader, boolean whole) {
            DestructionList list = held.list();
            return new DestructionListResource(
                    list.id(),
                    list.state(),
                    list.proposed(),
                    list.items().size(),
                    whole
                            ? list.items().stream()
                                    .map(item -> DueCaseResource.of(item, reader))
                                    .toList()
                            : List.of(),
                    list.words().stream().map(AgreementResource::of).toList());
        }
    }

    record DestructionListsResource(List<DestructionListResource> lists) {}

    /** What one kind of thing there was so many of. */
    record CountResource(String name, int count) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record DestroyedCaseResource(String number, String key) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record DestructionRecordResource(
            int format,
            String list,
            LocalDate proposed,
            List<String> agreedBy,
            Instant finished,
            List<CountResource> classes,
            List<CountResource> spared,
            List<CountResource> gone,
            OrphansResource orphans,
            List<DestroyedCaseResource> destroyed,
            String statement,
            String seal,
            String digest) {
        static DestructionRecordResource of(DestructionRecord made, CurrentStaff reader) {
            Map<String, Integer> classes = new TreeMap<>();
            made.classes().forEach((of, count) -> {
                RetentionClass shown = shown(of, reader);
                classes.merge(shown == null ? "NOT_SHOWN" : shown.name(), count, Integer::sum);
            });
            DestructionRecord.Gone gone = made.gone();
            boolean all = reader.may(Permission.CONFLICT_READ) || reader.may(Permission.AUDIT_READ);
            return new DestructionRecordResource(
                    made.format(),
                    made.list(),
                    made.proposed(),
                    made.by(),
                    made.finished(),
                    counts(classes),
                    counts(made.spared()),
                    List.of(
                            new CountResource("REPORTS", gone.reports()),
                            new CountResource("MAILBOXES", gone.mailboxes()),
                            new CountResource("ATTACHMENTS", gone.attachments()),
                            new CountResource("INDEX_ENTRIES", gone.accused())),
                    OrphansResource.of(made.orphans(), false),
                    made.destroyed().stream()
                            .map(one -> new DestroyedCaseResource(one.number(), one.key()))
                            .toList(),
                    // It says every class.
                    all ? made.statement() : "",
                    made.seal(),
                    RecordSeal.digest(made));
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record OrphansResource(@Nullable Instant at, boolean walking, long cases, long keys, List<CountResource> found) {
        static OrphansResource of(@Nullable Orphans orphans, boolean walking) {
            return orphans == null
                    ? new OrphansResource(null, walking, 0, 0, List.of())
                    : new OrphansResource(
                            orphans.at(), walking, orphans.cases(), orphans.keys(), counts(named(orphans)));
        }

        private static Map<String, Integer> named(Orphans orphans) {
            Map<String, Integer> named = new TreeMap<>();
            orphans.found().forEach((kind, count) -> named.put(kind.name(), count));
            return named;
        }
    }

    record ProofFindingResource(Proof.Kind kind, String number) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ProofResource(String list, boolean holds, int looked, List<ProofFindingResource> findings) {
        static ProofResource of(Proof.Verified verified) {
            return new ProofResource(
                    verified.list(),
                    verified.holds(),
                    verified.looked(),
                    verified.findings().stream()
                            .map(one -> new ProofFindingResource(one.kind(), one.number()))
                            .toList());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record HoldResource(
            String number,
            long version,
            boolean stands,
            String askedBy,
            String reason,
            Instant asked,
            LocalDate review,
            @Nullable String agreedBy,
            @Nullable Instant agreed,
            @Nullable String liftingBy,
            @Nullable String liftingReason) {
        static HoldResource of(HoldDesk.Held held) {
            Hold hold = held.hold();
            Hold.Word second = hold.agreed();
            Hold.Word lifting = hold.lifting();
            return new HoldResource(
                    held.number().value(),
                    held.version(),
                    hold.stands(),
                    hold.asked().by(),
                    hold.asked().reason(),
                    hold.asked().at(),
                    hold.review(),
                    second == null ? null : second.by(),
                    second == null ? null : second.at(),
                    lifting == null ? null : lifting.by(),
                    lifting == null ? null : lifting.reason());
        }

        @Override
        public String toString() {
            return "HoldResource[" + number + ", redacted]";
        }
    }

    record HoldsResource(List<HoldResource> holds) {}

    /** What a person took back and what became of it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record EraseRequestResource(
            String number,
            boolean erase,
            @Nullable Instant asked,
            int unproven,
            Outcome.State state,
            @Nullable Instant until,
            @Nullable Instant done,
            List<CountResource> gone,
            List<Outcome.Stays> stays) {
        static EraseRequestResource of(Outcome one) {
            Item.Gone gone = one.gone();
            return new EraseRequestResource(
                    one.number(),
                    one.erase(),
                    one.asked(),
                    one.unproven(),
                    one.state(),
                    one.until(),
                    one.done(),
                    List.of(
                            new CountResource("REPORTS", gone.reports()),
                            new CountResource("MAILBOXES", gone.mailboxes()),
                            new CountResource("ATTACHMENTS", gone.attachments()),
                            new CountResource("INDEX_ENTRIES", gone.accused())),
                    one.stays());
        }
    }

    record EraseRequestsResource(List<EraseRequestResource> requests) {}

    static @Nullable RetentionClass shown(RetentionClass of, CurrentStaff reader) {
        return of == RetentionClass.CONFLICT && !reader.may(Permission.CONFLICT_READ) ? null : of;
    }

    private static List<CountResource> counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(one -> new CountResource(one.getKey(), one.getValue()))
                .toList();
    }
}
