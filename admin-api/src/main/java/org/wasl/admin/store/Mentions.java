package org.wasl.admin.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.wasl.admin.audit.AuditTrail;

/**
 * Which objects speak of something, so that they are found when it has to be forgotten. Sealed like the objects: in clear
 * stands that something was spoken of and on which day, not where.
 *
 * <p>Noted before the object is written, so a crash between the two leaves a mention of nothing, never an object that is
 * not found.
 */
public final class Mentions {
    private static final int MOST_BYTES = 200_000;
    private static final ObjectKind<Said> KIND =
            new ObjectKind<>("mention", Said.class, 1, MOST_BYTES, 1, said -> false);

    private final SealedObjects<Said> objects;
    private final AuditTrail trail;

    Mentions(ObjectStores stores, AuditTrail trail) {
        this.objects = stores.open(KIND);
        this.trail = trail;
    }

    record Said(List<Where> where) {
        Said {
            where = List.copyOf(where);
        }
    }

    record Where(String kind, String id) {}

    /** Says that an object speaks of these. Harmless when it is said already. */
    public void note(Collection<String> subjects, ObjectKind<?> kind, String id, LocalDate day) {
        Where where = new Where(kind.name(), id);
        for (String subject : subjects) {
            if (objects.insert(subject, day, new Said(List.of(where))).isEmpty()) {
                objects.change(subject, with(where));
            }
        }
    }

    /** The ids of the objects of one kind that speak of it. */
    public List<String> of(String subject, ObjectKind<?> kind) {
        return objects.read(subject).stream()
                .flatMap(stored -> stored.content().where().stream())
                .filter(one -> one.kind().equals(kind.name()))
                .map(Where::id)
                .toList();
    }

    /** None of this kind speaks of it any more. */
    public void forget(String subject, ObjectKind<?> kind) {
        objects.change(
                        subject,
                        said -> new Said(said.where().stream()
                                .filter(one -> !one.kind().equals(kind.name()))
                                .toList()))
                .filter(stored -> stored.content().where().isEmpty())
                .ifPresent(_ -> objects.erase(subject, trail));
    }

    private static UnaryOperator<Said> with(Where where) {
        return said -> {
            List<Where> more = new ArrayList<>(said.where());
            if (!more.contains(where)) {
                more.add(where);
            }
            return new Said(more);
        };
    }
}
