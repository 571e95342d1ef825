package org.wasl.admin.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseLevel;
import org.wasl.admin.casework.CaseReport;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.Coding;
import org.wasl.admin.casework.DeskReply;
import org.wasl.admin.casework.FollowUp;
import org.wasl.admin.casework.Handling;
import org.wasl.admin.casework.LevelClock;
import org.wasl.admin.officer.Gender;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Reason;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.intake.Consent;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;

/** Makes of a case what is counted of it. A function of the case and the time alone: the same on every node. */
final class CaseCoder {
    private static final Duration REOPENED_WITHIN = Duration.ofDays(30);

    private final Function<Level, LevelClock> clocks;
    private final Function<StaffId, Optional<Gender>> genders;

    /**
     * @param clocks the times of a level
     * @param genders of staff; empty for somebody who is not known any more
     */
    CaseCoder(Function<Level, LevelClock> clocks, Function<StaffId, Optional<Gender>> genders) {
        this.clocks = clocks;
        this.genders = genders;
    }

    /** Empty for a drill, which is in no count. */
    Optional<CodedCase> code(Case held, Instant now) {
        if (held.drill()) {
            return Optional.empty();
        }
        Map<Dimension, String> codes = new EnumMap<>(Dimension.class);
        Map<Dimension, Integer> times = new EnumMap<>(Dimension.class);
        about(held, codes);
        clocks(held, now, codes, times);
        handled(held, codes);
        Quarter closed = held.status().open() ? null : Quarter.of(closing(held).orElse(now));
        if (closed != null) {
            ended(held, codes);
        }
        return Optional.of(new CodedCase(
                Quarter.of(held.opened()),
                closed,
                codes,
                worst(held).reasons().stream()
                        .map(Reason::rule)
                        .filter(Dimension.RULE.codes()::contains)
                        .distinct()
                        .sorted()
                        .toList(),
                times));
    }

    private static void about(Case held, Map<Dimension, String> codes) {
        CaseReport report = held.leading();
        Facts facts = report.assessment().facts();
        Coding coding = held.coding();
        codes.put(Dimension.MONTH, Integer.toString(Quarter.monthOf(held.opened())));
        codes.put(Dimension.LEVEL, held.effectiveLevel().wire());
        codes.put(Dimension.CATEGORY, (coding == null ? worst(held).category() : coding.primary()).name());
        codes.put(
                Dimension.GOVERNORATE,
                Governorate.of(detail(facts, FactKey.GOVERNORATE))
                        .map(Enum::name)
                        .orElse(Dimension.GOVERNORATE.unknown()));
        codes.put(Dimension.LANGUAGE, Dimension.LANGUAGE.coded(spoken(report)));
        codes.put(Dimension.CHANNEL, Dimension.CHANNEL.coded(report.channel()));
        codes.put(Dimension.SEX, Dimension.SEX.coded(detail(facts, FactKey.SEX_OF_AFFECTED)));
        codes.put(Dimension.AGE, Dimension.AGE.coded(detail(facts, FactKey.AGE_BAND)));
        Coding.GbvType gbv = coding == null ? null : coding.gbvType();
        codes.put(Dimension.GBV, Dimension.GBV.coded(gbv == null ? null : gbv.name()));
        codes.put(
                Dimension.DISABILITY,
                Dimension.DISABILITY.coded(facts.holds(FactKey.DISABILITY_OR_DEPENDENCY) ? "YES" : null));
    }

    /** As staff accounts name languages: scripts are not told apart. */
    private static String spoken(CaseReport report) {
        return switch (report.assessment().language()) {
            case ARABIC, ARABIZI -> "ar";
            case SORANI, SORANI_LATIN -> "ckb";
            case BADINI, KURMANJI_LATIN -> "kmr";
            case ENGLISH -> "en";
            case PERSIAN, TURKISH -> "OTHER";
            case OTHER -> report.locale().split("-", 2)[0];
        };
    }

    private void clocks(Case held, Instant now, Map<Dimension, String> codes, Map<Dimension, Integer> times) {
        LevelClock targets = clocks.apply(held.effectiveLevel());
        Instant from = held.clockFrom();
        boolean spoken = held.leading().channel().equals("phone")
                || held.leading().channel().equals("walk-in");
        Instant answered = held.replies().stream()
                .map(DeskReply::at)
                .filter(at -> !at.isBefore(from))
                .min(Comparator.naturalOrder())
                .orElse(null);
        clock(Dimension.ACKNOWLEDGED, held, claimed(held), targets.acknowledge(), false, now, codes, times);
        if (spoken) {
            codes.put(Dimension.ANSWERED, ClockVerdict.NONE.name());
        } else {
            clock(Dimension.ANSWERED, held, answered, targets.firstMessage(), true, now, codes, times);
        }
        clock(Dimension.ACTED, held, held.handling().acted(), targets.act(), true, now, codes, times);
    }

    private static void clock(
            Dimension which,
            Case held,
            @Nullable Instant stopped,
            Duration target,
            boolean waits,
            Instant now,
            Map<Dimension, String> codes,
            Map<Dimension, Integer> times) {
        Duration ran = Duration.between(held.clockFrom(), stopped == null ? now : stopped);
        if (ran.isNegative()) {
            ran = Duration.ZERO;
        }
        if (stopped != null) {
            times.put(which, CodedCase.bucket(ran));
        }
        codes.put(
                which,
                verdict(held, stopped != null, ran.compareTo(target) <= 0, waits)
                        .name());
    }

    private static ClockVerdict verdict(Case held, boolean stopped, boolean inTime, boolean waits) {
        if (stopped && inTime) {
            return ClockVerdict.KEPT;
        }
        boolean over = !held.status().open() || held.status() == CaseStatus.WITHDRAWAL_ASKED;
        if (!stopped && over) {
            return ClockVerdict.NONE;
        }
        if (inTime) {
            return ClockVerdict.RUNNING;
        }
        // An L1 never waits: its step is the patrol, not the message.
        boolean excused = waits && held.effectiveLevel() != Level.L1_IMMEDIATE && !reachable(held);
        return excused ? ClockVerdict.WAITED : ClockVerdict.MISSED;
    }

    /** Whether the person could be written to at any time: they chose no hours, and a chat is known. */
    private static boolean reachable(Case held) {
        return held.leading().windows().isEmpty()
                && (held.contact().inChat() || held.leading().capsule() != null);
    }

    /** When a named person first took it, since it has needed somebody at its level. */
    private static @Nullable Instant claimed(Case held) {
        return held.events().stream()
                .filter(event -> event.kind() == CaseEvent.Kind.CLAIMED)
                .map(CaseEvent::at)
                .filter(at -> !at.isBefore(held.clockFrom()))
                .min(Comparator.naturalOrder())
                .orElse(held.needsAcknowledgement() ? null : held.handling().acknowledged());
    }

    private void handled(Case held, Map<Dimension, String> codes) {
        codes.put(Dimension.OVERRIDE, override(held.level()));
        codes.put(Dimension.SUSPICION, suspicion(held.level()));
        codes.put(Dimension.CONTACT, contact(held));
        codes.put(Dimension.WISH, wish(held));
        codes.put(
                Dimension.CONSENT,
                held.reports().stream()
                        .flatMap(report -> report.parts().stream())
                        .flatMap(part -> part.consents().stream())
                        .filter(consent -> consent.scope().equals("contact"))
                        .map(Consent::granted)
                        .reduce((earlier, later) -> later)
                        .map(granted -> granted ? "GIVEN" : "REFUSED")
                        .orElse(Dimension.CONSENT.unknown()));
    }

    private static String override(CaseLevel level) {
        CaseLevel.HumanLevel human = level.human();
        if (human == null || human.level() == human.machineThen()) {
            return "NONE";
        }
        return human.level().atLeastAsSevereAs(human.machineThen()) ? "RAISED" : "LOWERED";
    }

    private static String suspicion(CaseLevel level) {
        if (!level.suspectedOnly()) {
            return "NONE";
        }
        CaseLevel.HumanLevel human = level.human();
        if (human == null) {
            return "OPEN";
        }
        return human.level().urgent() ? "CONFIRMED" : "FALSE_ALARM";
    }

    /** Recovered is who wrote again after they were said to have gone silent. */
    private static String contact(Case held) {
        boolean lost = false;
        boolean back = false;
        for (CaseReport report : held.reports()) {
            lost |= report.assessment().tags().contains(Tag.LOST_CONTACT)
                    || report.assessment().facts().holds(FactKey.LOST_CONTACT);
            boolean silent = false;
            for (var part : report.parts()) {
                back |= silent && !part.facts().holds(FactKey.LOST_CONTACT);
                silent |= part.facts().holds(FactKey.LOST_CONTACT);
            }
        }
        return lost ? back ? "RECOVERED" : "LOST" : "KEPT";
    }

    private String wish(Case held) {
        Facts facts = held.leading().assessment().facts();
        if (!"woman".equals(detail(facts, FactKey.PREFERRED_OFFICER))) {
            return "NONE";
        }
        StaffId owner = held.handling().owner();
        if (owner != null && genders.apply(owner).filter(Gender.WOMAN::equals).isPresent()) {
            return "HONOURED";
        }
        boolean agreed = held.events().stream().anyMatch(event -> event.kind() == CaseEvent.Kind.AGREEMENT_RECORDED);
        return agreed ? "AGREED_OTHERWISE" : "OPEN";
    }

    private static void ended(Case held, Map<Dimension, String> codes) {
        Handling.Disposition how = held.handling().disposition();
        codes.put(Dimension.OUTCOME, (how == null ? Handling.Disposition.REPORTER_WITHDREW : how).name());
        codes.put(Dimension.REOPENED, reopened(held.events()) ? "YES" : "NO");
        codes.put(
                Dimension.FOLLOW_UP,
                held.agenda().followUps().stream()
                        .map(FollowUp::result)
                        .filter(result -> result != null)
                        .reduce((earlier, later) -> later)
                        .map(Enum::name)
                        .orElse("NONE"));
    }

    private static Optional<Instant> closing(Case held) {
        return held.events().stream()
                .filter(event -> event.kind() == CaseEvent.Kind.CLOSED || event.kind() == CaseEvent.Kind.MERGED)
                .map(CaseEvent::at)
                .reduce((earlier, later) -> later);
    }

    private static boolean reopened(List<CaseEvent> events) {
        Instant closed = null;
        for (CaseEvent event : events) {
            if (event.kind() == CaseEvent.Kind.CLOSED) {
                closed = event.at();
            } else if (event.kind() == CaseEvent.Kind.REOPENED
                    && closed != null
                    && event.at().isBefore(closed.plus(REOPENED_WITHIN))) {
                return true;
            }
        }
        return false;
    }

    private static Assessment worst(Case held) {
        return held.reports().stream()
                .min(Comparator.comparing(report -> report.assessment().level()))
                .orElse(held.leading())
                .assessment();
    }

    private static @Nullable String detail(Facts facts, FactKey key) {
        return facts.observations(key).stream()
                .filter(fact -> fact.truth().holds())
                .map(Fact::detail)
                .filter(found -> found != null)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
