package org.wasl.triage.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Reason;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.assessment.WouldRaise;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Truth;
import org.wasl.triage.seal.BytesReader;
import org.wasl.triage.seal.BytesWriter;
import org.wasl.triage.seal.MalformedBytes;

/** Facts and assessments, field by field. */
final class AssessmentCodec {

    private static final int MOST_ALSO = 16;

    private AssessmentCodec() {}

    static void writeFacts(BytesWriter out, Facts facts) {
        List<Fact> all = new ArrayList<>();
        facts.forEach(all::add);
        out.list(all, Limits.FACTS, AssessmentCodec::writeFact);
    }

    static Facts readFacts(BytesReader in) {
        List<Fact> read = in.list(Limits.FACTS, AssessmentCodec::readFact);
        Facts facts = Facts.of(read);
        // A fact written twice would come out once, and the digest would stand for something else.
        int kept = 0;
        for (Fact ignored : facts) {
            kept++;
        }
        if (kept != read.size()) {
            throw new MalformedBytes("a fact twice");
        }
        return facts;
    }

    private static void writeFact(BytesWriter out, Fact fact) {
        Codes.write(out, fact.key());
        Codes.write(out, fact.truth());
        out.optional(fact.detail(), (to, detail) -> to.text(detail, Limits.CODE));
        out.optional(fact.hours(), (to, hours) -> to.number(hours));
        Codes.write(out, fact.source());
        out.optional(fact.evidence(), AssessmentCodec::writeEvidence);
    }

    private static Fact readFact(BytesReader in) {
        return new Fact(
                Codes.factKey(in),
                Codes.read(in, Truth.class),
                in.optional(from -> from.text(Limits.CODE)),
                in.optional(from -> from.number(Integer.MIN_VALUE, Integer.MAX_VALUE)),
                Codes.read(in, FactSource.class),
                in.optional(AssessmentCodec::readEvidence));
    }

    private static void writeEvidence(BytesWriter out, Evidence evidence) {
        out.number(evidence.start()).number(evidence.end()).text(evidence.text(), Limits.EVIDENCE);
    }

    private static Evidence readEvidence(BytesReader in) {
        return new Evidence(in.number(0, Limits.STORY), in.number(0, Limits.STORY), in.text(Limits.EVIDENCE));
    }

    static void write(BytesWriter out, Assessment assessment) {
        Codes.write(out, assessment.language());
        Codes.write(out, assessment.category());
        out.list(assessment.also(), MOST_ALSO, Codes::write);
        Codes.write(out, assessment.level());
        out.number(assessment.score());
        out.flag(assessment.suspectedOnly());
        out.flag(assessment.understood());
        writeFacts(out, assessment.facts());
        out.list(assessment.reasons(), Limits.REASONS, AssessmentCodec::writeReason);
        out.list(assessment.wouldRaise(), FactKey.values().length, AssessmentCodec::writeWouldRaise);
        out.list(assessment.tags().stream().sorted().toList(), Tag.values().length, Codes::write);
        out.text(assessment.model(), Limits.CODE);
        out.text(assessment.rules(), Limits.CODE);
    }

    static Assessment read(BytesReader in) {
        return new Assessment(
                Codes.language(in),
                Codes.category(in),
                in.list(MOST_ALSO, Codes::category),
                Codes.level(in),
                in.number(0, 100),
                in.flag(),
                in.flag(),
                readFacts(in),
                in.list(Limits.REASONS, AssessmentCodec::readReason),
                in.list(FactKey.values().length, AssessmentCodec::readWouldRaise),
                readTags(in),
                in.text(Limits.CODE),
                in.text(Limits.CODE));
    }

    private static Set<Tag> readTags(BytesReader in) {
        List<Tag> tags = in.list(Tag.values().length, from -> Codes.read(from, Tag.class));
        EnumSet<Tag> set = EnumSet.noneOf(Tag.class);
        set.addAll(tags);
        if (set.size() != tags.size()) {
            throw new MalformedBytes("a tag twice");
        }
        return Set.copyOf(set);
    }

    private static void writeReason(BytesWriter out, Reason reason) {
        out.text(reason.rule(), Limits.CODE);
        out.text(reason.version(), Limits.CODE);
        Codes.write(out, reason.floor());
        out.text(reason.text(), Limits.EVIDENCE);
        out.list(reason.facts(), FactKey.values().length, Codes::write);
        out.flag(reason.suspected());
        out.optional(reason.evidence(), AssessmentCodec::writeEvidence);
    }

    private static Reason readReason(BytesReader in) {
        return new Reason(
                in.text(Limits.CODE),
                in.text(Limits.CODE),
                Codes.level(in),
                in.text(Limits.EVIDENCE),
                in.list(FactKey.values().length, Codes::factKey),
                in.flag(),
                in.optional(AssessmentCodec::readEvidence));
    }

    private static void writeWouldRaise(BytesWriter out, WouldRaise wouldRaise) {
        Codes.write(out, wouldRaise.fact());
        Codes.write(out, wouldRaise.to());
    }

    private static WouldRaise readWouldRaise(BytesReader in) {
        return new WouldRaise(Codes.factKey(in), Codes.level(in));
    }
}
