package org.wasl.triage.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Reason;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.assessment.WouldRaise;
import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.evidence.AskedAmount;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.evidence.Platform;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Language;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;
import org.wasl.triage.seal.Bytes;

/** Reports nobody wrote, the same for the same seed: every field takes every shape it may have. */
final class RandomReports {

    private static final String LETTERS = "abز ڕێۆچھ٣۴5\n\u200f\u2067😀é\"\\\u0000";

    private final Random random;

    RandomReports(long seed) {
        this.random = new Random(seed);
    }

    FiledReport next() {
        return new FiledReport(
                        new IntakeId(hex(16)),
                        random.nextInt(1_000),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        at(),
                        code(),
                        code(),
                        text(400),
                        list(8, () -> new Line(any(Line.Speaker.class), text(80), maybe(this::code), at())),
                        facts(),
                        assessment(),
                        list(4, () -> new Consent(code(), random.nextBoolean(), code(), code(), at(), code())),
                        maybe(() -> new MailboxAddress(hex(16), bytes(32), bytes(32), random.nextInt(9))),
                        maybe(() -> new Capsule(bytes(random.nextInt(600)))),
                        maybe(() -> new Mark(hex(32))),
                        list(4, this::code),
                        list(
                                3,
                                () -> new AttachmentPromise(
                                        new AttachmentId(hex(16)),
                                        any(AttachmentPromise.Kind.class),
                                        maybe(this::code),
                                        at(),
                                        random.nextBoolean())),
                        DigitalEvidence.NONE)
                .pointingAt(evidence());
    }

    private DigitalEvidence evidence() {
        List<AccusedHandle> handles = list(
                4,
                () -> new AccusedHandle(
                        random.nextBoolean() ? AccusedHandle.Kind.ACCOUNT : AccusedHandle.Kind.LINK,
                        any(Platform.class),
                        "x" + random.nextInt(1_000) + ".com"));
        return new DigitalEvidence(
                handles.stream().distinct().toList(),
                maybe(() -> new AskedAmount(1 + random.nextInt(1_000_000), any(AskedAmount.Currency.class))));
    }

    private Assessment assessment() {
        Set<Tag> tags = EnumSet.noneOf(Tag.class);
        tags.addAll(list(3, () -> any(Tag.class)));
        return new Assessment(
                any(Language.class),
                any(Category.class),
                list(3, () -> any(Category.class)),
                any(Level.class),
                random.nextInt(101),
                random.nextBoolean(),
                random.nextBoolean(),
                facts(),
                list(5, this::reason),
                list(5, () -> new WouldRaise(any(FactKey.class), any(Level.class))),
                Set.copyOf(tags),
                code(),
                code());
    }

    private Reason reason() {
        return new Reason(
                code(),
                code(),
                any(Level.class),
                text(60),
                list(3, () -> any(FactKey.class)),
                random.nextBoolean(),
                maybe(this::words));
    }

    private Facts facts() {
        return Facts.of(list(12, this::fact));
    }

    private Fact fact() {
        FactKey key = any(FactKey.class);
        List<String> details = List.copyOf(key.details());
        String detail = details.isEmpty() ? maybe(this::code) : details.get(random.nextInt(details.size()));
        return new Fact(
                key,
                any(Truth.class),
                random.nextBoolean() ? detail : null,
                maybe(() -> random.nextInt()),
                any(FactSource.class),
                maybe(this::words));
    }

    private Evidence words() {
        int start = random.nextInt(100);
        return new Evidence(start, start + random.nextInt(50), text(30));
    }

    private Instant at() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private String code() {
        return text(15);
    }

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        int[] letters = LETTERS.codePoints().toArray();
        for (int at = random.nextInt(most); at > 0; at--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    private String hex(int size) {
        return bytes(size).toHex();
    }

    private Bytes bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.copyOf(bytes);
    }

    private <E extends Enum<E>> E any(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return constants[random.nextInt(constants.length)];
    }

    private <T> List<T> list(int most, Supplier<T> each) {
        List<T> list = new ArrayList<>();
        for (int at = random.nextInt(most); at > 0; at--) {
            list.add(each.get());
        }
        return list;
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }
}
