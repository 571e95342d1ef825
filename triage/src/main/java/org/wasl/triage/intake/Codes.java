package org.wasl.triage.intake;

import org.wasl.triage.report.Category;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Language;
import org.wasl.triage.report.Level;
import org.wasl.triage.seal.BytesReader;
import org.wasl.triage.seal.BytesWriter;
import org.wasl.triage.seal.MalformedBytes;

/** Closed codes by their names: a constant may move inside its enum, and one that is not known is refused. */
final class Codes {

    private Codes() {}

    static void write(BytesWriter out, Enum<?> value) {
        out.text(value.name(), Limits.CODE);
    }

    static <E extends Enum<E>> E read(BytesReader in, Class<E> type) {
        String name = in.text(Limits.CODE);
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw new MalformedBytes("unknown code of " + type.getSimpleName());
        }
    }

    static void write(BytesWriter out, FactKey value) {
        out.text(value.wire(), Limits.CODE);
    }

    static FactKey factKey(BytesReader in) {
        return FactKey.ofWire(in.text(Limits.CODE));
    }

    static void write(BytesWriter out, Level value) {
        out.text(value.wire(), Limits.CODE);
    }

    static Level level(BytesReader in) {
        return Level.ofWire(in.text(Limits.CODE));
    }

    static void write(BytesWriter out, Language value) {
        out.text(value.wire(), Limits.CODE);
    }

    static Language language(BytesReader in) {
        return Language.ofWire(in.text(Limits.CODE));
    }

    static Category category(BytesReader in) {
        return read(in, Category.class);
    }
}
