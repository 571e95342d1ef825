package org.wasl.admin.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.store.SealedObjects;
import org.wasl.admin.store.Stored;

/** The meetings that were, and what they left. */
final class Archive {
    private final SealedObjects<Meeting> objects;
    private final MeetingSettings settings;
    private final Clock clock;

    Archive(SealedObjects<Meeting> objects, MeetingSettings settings, Clock clock) {
        this.objects = objects;
        this.settings = settings;
        this.clock = clock;
    }

    /** The latest days' meetings, the latest first. */
    List<Stored<Meeting>> latest() {
        LocalDate today = today();
        List<Stored<Meeting>> found = new ArrayList<>();
        for (String id : objects.ids(today.minusDays(settings.lookBack()), today)) {
            objects.read(id).ifPresent(found::add);
        }
        found.sort(Comparator.comparing((Stored<Meeting> one) -> one.content().began())
                .reversed());
        return found;
    }

    /** What the meetings of a part of the country left, those of the whole country among them. */
    AgendaRules.Earlier left(@Nullable Governorate part) {
        List<Meeting> ended = latest().stream()
                .map(Stored::content)
                .filter(meeting -> !meeting.open())
                .filter(meeting -> part == null || meeting.governorate() == null || part.equals(meeting.governorate()))
                .toList();
        Map<CaseNumber, AgendaRules.Left> left = new HashMap<>();
        for (Meeting meeting : ended.reversed()) {
            meeting.items().forEach(item -> left.put(item.number(), new AgendaRules.Left(item.decision())));
        }
        Instant last = ended.stream()
                .map(Meeting::minutes)
                .flatMap(minutes -> Optional.ofNullable(minutes).stream())
                .map(Meeting.Minutes::at)
                .max(Comparator.naturalOrder())
                .orElse(today().minusDays(settings.lookBack())
                        .atStartOfDay(Scope.ZONE)
                        .toInstant());
        return new AgendaRules.Earlier(last, left);
    }

    /** The one that goes on for this part of the country. */
    Optional<Stored<Meeting>> running(@Nullable Governorate part) {
        return objects.live().stream()
                .filter(one -> java.util.Objects.equals(one.content().governorate(), part))
                .filter(one -> one.content().open())
                .findFirst();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Scope.ZONE);
    }
}
