package org.wasl.admin.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Digest;

/**
 * The minutes as one text that is always the same, so that a hash over it shows every change. Version 1: a later change
 * of what stands in it needs a version of its own, or minutes that are whole would look broken.
 */
final class MinutesText {
    private static final String VERSION = "wasl/minutes/v1";

    private MinutesText() {}

    /** The hash over a meeting that is over, in hex. */
    static String hash(String id, Meeting meeting, Meeting.Minutes minutes) {
        List<String> lines = new ArrayList<>();
        line(lines, VERSION, id, meeting.governorate(), meeting.leftOut());
        meeting.attendance()
                .forEach(one -> line(lines, "there", one.who().value(), one.name(), one.came(), one.left()));
        meeting.digests().forEach(digest -> line(lines, "case", digest));
        meeting.batch().forEach(number -> line(lines, "batch", number));
        meeting.happened()
                .forEach(one -> line(lines, one.kind(), one.at(), one.by().value(), one.about()));
        line(lines, "ended", minutes.by().value(), minutes.name(), minutes.at(), minutes.auditHead());
        return digest(lines);
    }

    /** The hash over a correction and the hash before it. */
    static String hash(String before, Meeting.Correction correction) {
        List<String> lines = new ArrayList<>();
        line(lines, VERSION, "correction", before);
        line(lines, correction.by().value(), correction.name(), correction.at(), taken(correction));
        return digest(lines);
    }

    /** What the hash takes of a correction's words: they may have to go, and it has to hold. */
    private static String taken(Meeting.Correction correction) {
        return correction.digest() == null ? correction.text() : correction.digest();
    }

    /** What stands for words that may have to go; it says nothing of them to who does not have their salt. */
    static String digest(String salt, String words) {
        List<String> lines = new ArrayList<>();
        line(lines, VERSION, "words", salt, words);
        return digest(lines);
    }

    /** Whether nothing of the minutes and their corrections was changed since. */
    static boolean whole(String id, Meeting meeting) {
        Meeting.Minutes minutes = meeting.minutes();
        if (minutes == null) {
            return true;
        }
        String before = minutes.hash();
        if (!hash(id, meeting, minutes).equals(before)) {
            return false;
        }
        for (Meeting.Correction correction : meeting.corrections()) {
            if (!said(correction) || !hash(before, correction).equals(correction.hash())) {
                return false;
            }
            before = correction.hash();
        }
        return true;
    }

    /** Whether a correction's words are those it was hashed with, or gone. */
    private static boolean said(Meeting.Correction correction) {
        String salt = correction.salt();
        if (salt == null) {
            return correction.digest() == null || correction.text().isEmpty();
        }
        return digest(salt, correction.text()).equals(correction.digest());
    }

    /** What one case adds to the hash: it says nothing of the case to who does not have its salt. */
    static String digest(Item item) {
        List<String> lines = new ArrayList<>();
        line(
                lines,
                VERSION,
                item.salt(),
                item.number(),
                item.level(),
                item.apart(),
                item.where(),
                item.grounds(),
                item.owner() == null ? null : item.owner().value());
        Decision decision = item.decision();
        if (decision != null) {
            line(
                    lines,
                    "decided",
                    decision.kind(),
                    decision.owner() == null ? null : decision.owner().value(),
                    decision.due(),
                    decision.note(),
                    decision.by().value(),
                    decision.at());
        }
        return digest(lines);
    }

    /** Each part with its length before it, so that no part can be taken for two. */
    private static void line(List<String> lines, @org.jspecify.annotations.Nullable Object... parts) {
        lines.add(java.util.Arrays.stream(parts)
                .map(part -> Objects.toString(part, ""))
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining(",")));
    }

    private static String digest(List<String> lines) {
        return Digest.of(Bytes.ofUtf8(String.join("\n", lines))).toHex();
    }
}
