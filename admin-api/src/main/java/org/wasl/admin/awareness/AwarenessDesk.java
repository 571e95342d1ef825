package org.wasl.admin.awareness;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.store.SealedObjects;
import org.wasl.admin.store.Stored;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Digest;

/** Decides about awareness sessions, in the governorates of whoever asks. */
public final class AwarenessDesk {
    /** Letters and digits that are not taken for each other when they are read out. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int CODE = 8;
    private static final Duration AHEAD = Duration.ofDays(400);

    private final SealedObjects<Session> sessions;
    private final SealedObjects<Campaign> campaigns;
    private final StaffDirectory staff;
    private final AuditTrail trail;
    private final AwarenessSettings settings;
    private final Clock clock;
    private final SecureRandom random;
    private final SmallCells cells;

    AwarenessDesk(
            SealedObjects<Session> sessions,
            SealedObjects<Campaign> campaigns,
            StaffDirectory staff,
            AuditTrail trail,
            AwarenessSettings settings,
            Clock clock,
            SecureRandom random) {
        this.sessions = sessions;
        this.campaigns = campaigns;
        this.staff = staff;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.cells = new SmallCells(settings.smallest());
    }

    /** What is asked for. */
    record Request(
            Session.Asker asker,
            Session.Topic topic,
            Session.PlaceKind place,
            Governorate governorate,
            String language,
            String wish,
            String contact) {
        @Override
        public String toString() {
            return "Request[redacted]";
        }
    }

    /** The sessions of their governorates: what is to come first, then what is over, the latest first. */
    List<Stored<Session>> all(CurrentStaff caller) {
        if (!caller.may(Permission.AWARENESS)) {
            refused(caller, "sessions");
            return List.of();
        }
        Comparator<Stored<Session>> over = Comparator.comparing(one -> over(one.content()));
        return sessions.live().stream()
                .filter(one ->
                        caller.scope().coversPlace(one.content().governorate().name()))
                .sorted(over.thenComparing(one -> when(one.content()), Comparator.reverseOrder())
                        .thenComparing(Stored::id))
                .toList();
    }

    Optional<Stored<Session>> read(CurrentStaff caller, String id) {
        return sessions.read(id).filter(one -> {
            boolean may = may(caller, one.content().governorate());
            if (!may) {
                refused(caller, id);
            }
            return may;
        });
    }

    /** @param key the caller's own for this one act: the same key never makes a second session */
    SessionChange request(CurrentStaff caller, Request asked, String key) {
        if (!may(caller, asked.governorate())) {
            refused(caller, "request");
            return new SessionChange.Refused(SessionChange.Why.NOT_ALLOWED);
        }
        if (tooLong(asked.wish()) || tooLong(asked.contact())) {
            return new SessionChange.Refused(SessionChange.Why.TOO_LONG);
        }
        if (!Scope.LANGUAGES.contains(asked.language())) {
            return new SessionChange.Refused(SessionChange.Why.NUMBERS);
        }
        if (sessions.live().size() >= settings.mostSessions()) {
            return new SessionChange.Refused(SessionChange.Why.FULL);
        }
        Instant now = clock.instant();
        String by = caller.id().value();
        Session fresh = new Session(
                Session.State.REQUESTED,
                asked.asker(),
                asked.topic(),
                asked.place(),
                asked.governorate(),
                asked.language(),
                asked.wish().strip(),
                asked.contact().strip(),
                by,
                now,
                null,
                null,
                null,
                null,
                "",
                List.of(new Session.Line(now, by, Session.State.REQUESTED)));
        String id = Digest.of(Bytes.ofUtf8("wasl/awareness/v1\n" + by + "\n" + key))
                .toHex()
                .substring(0, 32);
        return sessions.insert(id, today(), fresh, trail.done(by, Act.AWARENESS_CHANGED, id))
                .<SessionChange>map(SessionChange.Done::new)
                .orElseGet(() -> again(id, fresh));
    }

    private SessionChange again(String id, Session fresh) {
        Stored<Session> standing = sessions.read(id).orElseThrow();
        Session first = standing.content();
        boolean same = first.asker() == fresh.asker()
                && first.topic() == fresh.topic()
                && first.place() == fresh.place()
                && first.governorate() == fresh.governorate()
                && first.wish().equals(fresh.wish())
                && first.contact().equals(fresh.contact());
        return same ? new SessionChange.Done(standing) : new SessionChange.Refused(SessionChange.Why.KEY_REUSED);
    }

    /** Gives it to somebody who goes there at a time. Makes the code of its posters once. */
    SessionChange plan(CurrentStaff caller, String id, StaffId officer, Instant begins, long edition) {
        Instant now = clock.instant();
        if (begins.isBefore(now.minus(AHEAD)) || begins.isAfter(now.plus(AHEAD))) {
            return new SessionChange.Refused(SessionChange.Why.DATE);
        }
        if (staff.find(officer).isEmpty()) {
            return new SessionChange.Refused(SessionChange.Why.UNKNOWN_STAFF);
        }
        return change(caller, id, edition, Set.of(Session.State.REQUESTED, Session.State.PLANNED), session -> {
            String made = session.campaign();
            String code = made == null ? mint(id) : made;
            return session.planned(officer.value(), begins, code, caller.id().value(), now);
        });
    }

    /** What came of it; sent again it corrects what was sent before. */
    SessionChange held(CurrentStaff caller, String id, Session.Outcome outcome, long edition) {
        if (!possible(outcome)) {
            return new SessionChange.Refused(SessionChange.Why.NUMBERS);
        }
        if (tooLong(outcome.words())) {
            return new SessionChange.Refused(SessionChange.Why.TOO_LONG);
        }
        Instant now = clock.instant();
        return change(
                caller,
                id,
                edition,
                Set.of(Session.State.PLANNED, Session.State.HELD),
                session -> session.held(outcome, caller.id().value(), now));
    }

    SessionChange cancel(CurrentStaff caller, String id, String reason, long edition) {
        if (reason.isBlank() || tooLong(reason)) {
            return new SessionChange.Refused(SessionChange.Why.TOO_LONG);
        }
        Instant now = clock.instant();
        return change(
                caller,
                id,
                edition,
                Set.of(Session.State.REQUESTED, Session.State.PLANNED),
                session -> session.cancelled(reason.strip(), caller.id().value(), now));
    }

    /** Writes down that posters were taken out of the desk. */
    void printed(CurrentStaff caller, String id) {
        if (!caller.may(Permission.AWARENESS)) {
            refused(caller, id);
            return;
        }
        trail.append(trail.done(caller.id().value(), Act.POSTER_PRINTED, id));
    }

    /** What the bot counted. Codes that were never made here count nothing: anybody can invent one. */
    public void counted(IntakeEntry.CampaignsCounted counted) {
        counted.begun()
                .forEach((code, count) ->
                        campaigns.change(code, campaign -> campaign.told(counted.day(), counted.run(), count)));
    }

    /** At least so many chats were begun with a session's code; empty while there are too few to be told. */
    Optional<Integer> begun(Session session) {
        return Optional.ofNullable(cells.growing(begunWith(session)));
    }

    /** What all sessions of their governorates led to. */
    List<EffectRow> effect(CurrentStaff caller) {
        Map<Governorate, EffectSum> sums = new EnumMap<>(Governorate.class);
        for (Stored<Session> stored : all(caller)) {
            Session session = stored.content();
            if (session.state() == Session.State.HELD) {
                sums.computeIfAbsent(session.governorate(), where -> new EffectSum())
                        .add(session, begun(session).orElse(0));
            }
        }
        return sums.entrySet().stream()
                .map(sum -> sum.getValue().row(sum.getKey(), cells))
                .toList();
    }

    private int begunWith(Session session) {
        String code = session.campaign();
        return code == null
                ? 0
                : campaigns.read(code).map(stored -> stored.content().total()).orElse(0);
    }

    private SessionChange change(
            CurrentStaff caller, String id, long edition, Set<Session.State> from, UnaryOperator<Session> change) {
        Stored<Session> before = sessions.read(id).orElse(null);
        if (before == null) {
            return new SessionChange.Refused(SessionChange.Why.MISSING);
        }
        if (!may(caller, before.content().governorate())) {
            refused(caller, id);
            return new SessionChange.Refused(SessionChange.Why.NOT_ALLOWED);
        }
        if (before.edition() != edition) {
            return new SessionChange.Overtaken(before);
        }
        if (!from.contains(before.content().state())) {
            return new SessionChange.Refused(SessionChange.Why.WRONG_STATE);
        }
        return sessions.replace(
                        before,
                        change.apply(before.content()),
                        trail.done(caller.id().value(), Act.AWARENESS_CHANGED, id))
                .<SessionChange>map(SessionChange.Done::new)
                .orElseGet(() -> new SessionChange.Overtaken(sessions.read(id).orElse(before)));
    }

    private String mint(String session) {
        while (true) {
            StringBuilder code = new StringBuilder(CODE);
            for (int at = 0; at < CODE; at++) {
                code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            if (campaigns
                    .insert(code.toString(), today(), new Campaign(session, Map.of()))
                    .isPresent()) {
                return code.toString();
            }
        }
    }

    private boolean possible(Session.Outcome outcome) {
        Set<Object> groups = new HashSet<>();
        boolean counts = outcome.attendance().stream()
                .allMatch(count -> sensible(count.people()) && groups.add(List.of(count.sex(), count.age())));
        boolean pieces =
                outcome.material().stream().allMatch(given -> sensible(given.pieces()) && groups.add(given.material()));
        Session.Feedback said = outcome.feedback();
        boolean feedback = List.of(said.helped(), said.helpedNot(), said.safe(), said.safeNot()).stream()
                .allMatch(this::sensible);
        return counts && pieces && feedback && outcome.people() <= settings.mostPeople();
    }

    private boolean sensible(int count) {
        return count >= 0 && count <= settings.mostPeople();
    }

    private boolean may(CurrentStaff caller, Governorate where) {
        return caller.may(Permission.AWARENESS) && caller.scope().coversPlace(where.name());
    }

    private void refused(CurrentStaff caller, String subject) {
        trail.append(trail.refused(caller.id().value(), Act.AWARENESS_CHANGED, subject));
    }

    private boolean tooLong(String text) {
        return text.length() > settings.longestText();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Scope.ZONE);
    }

    private static boolean over(Session session) {
        return session.state() == Session.State.HELD || session.state() == Session.State.CANCELLED;
    }

    private static Instant when(Session session) {
        Instant begins = session.begins();
        return begins == null ? session.askedAt() : begins;
    }
}
