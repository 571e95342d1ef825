package org.wasl.admin.referral;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;

/**
 * What of a case is handed to a partner. The content itself is nowhere: it is made from the case again, and given out
 * only while it is what was looked at.
 *
 * @param language code of the language it is written in for the partner
 * @param name the person's name as they wished it to be passed on; {@code null} unless {@link Field#NAME} is ticked
 * @param contact where the partner may reach them; {@code null} unless {@link Field#CONTACT} is ticked
 * @param digest of the content that was looked at
 * @param released who else agreed that it leaves; {@code null} until then
 * @param given when the file was last made; {@code null} until then
 * @param seen who else looked at what would leave
 * @param expires after this nothing is given out, and the partner has to have deleted it
 */
public record Bundle(
        String id,
        Set<Field> fields,
        Format format,
        String language,
        @Nullable String name,
        @Nullable String contact,
        String digest,
        StaffId by,
        Instant at,
        @Nullable StaffId released,
        @Nullable Instant releasedAt,
        @Nullable Instant given,
        Instant expires,
        Set<StaffId> seen) {

    public Bundle {
        fields = Set.copyOf(fields);
        // Bundles stored before looks were kept have none.
        seen = seen == null ? Set.of() : Set.copyOf(seen);
    }

    /** How it is closed on its way. */
    public enum Format {
        /** To the partner's own key; opened with our command. */
        SEALED,
        /** A ZIP under a passphrase (AES-256), which common archive programs open. */
        ZIP
    }

    /** What can be ticked. What stands in none of them never leaves. */
    public enum Field {
        URGENCY,
        MATTER,
        PLACE,
        AGE_BAND,
        LANGUAGE,
        WISHES,
        DANGERS,
        /** Account or number that threatens; for those who can do something with it. */
        ACCUSED_ACCOUNTS,
        /** What the person wrote. Needs a consent of its own. */
        WORDS,
        /** Needs a consent of its own. */
        NAME,
        /** Needs a consent of its own. */
        CONTACT;

        /** The consent it needs beside that to the referral; {@code null} for none. */
        public @Nullable String consent() {
            return switch (this) {
                case WORDS -> "words";
                case NAME -> "name";
                case CONTACT -> "open-contact";
                case URGENCY, MATTER, PLACE, AGE_BAND, LANGUAGE, WISHES, DANGERS, ACCUSED_ACCOUNTS -> null;
            };
        }
    }

    /** Whether it may still be released or given out. */
    public boolean open(Instant now) {
        return now.isBefore(expires);
    }

    /** As it was looked at. */
    public Bundle looked(String made) {
        return new Bundle(
                id, fields, format, language, name, contact, made, by, at, released, releasedAt, given, expires, seen);
    }

    /** Looked at by somebody who may release it. */
    public Bundle seenBy(StaffId who) {
        Set<StaffId> more = new LinkedHashSet<>(seen);
        more.add(who);
        return new Bundle(
                id,
                fields,
                format,
                language,
                name,
                contact,
                digest,
                by,
                at,
                released,
                releasedAt,
                given,
                expires,
                more);
    }

    public Bundle releasedBy(StaffId second, Instant now) {
        return new Bundle(
                id, fields, format, language, name, contact, digest, by, at, second, now, given, expires, seen);
    }

    /** Given out. It may be again until it expires, each time on record. */
    public Bundle givenOut(Instant now) {
        return new Bundle(
                id, fields, format, language, name, contact, digest, by, at, released, releasedAt, now, expires, seen);
    }

    @Override
    public String toString() {
        return "Bundle[" + id + ", " + format + ", redacted]";
    }
}
