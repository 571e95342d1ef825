package org.wasl.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wasl.triage.seal.Bytes;

class AuditSampleTest {
    private static final AuditKey KEY = new AuditKey(Bytes.ofUtf8("k".repeat(32)));
    private static final List<String> CASES =
            IntStream.range(0, 20_000).mapToObj(number -> "case-" + number).toList();

    @Test
    void drawsAboutAsManyAsWereAskedFor() {
        AuditSample sample = new AuditSample(KEY, 5);

        long drawn = CASES.stream().filter(sample::holds).count();

        assertThat(drawn / 20_000.0).isCloseTo(0.05, within(0.01));
    }

    @Test
    void saysTheSameOnEveryNodeAndAnotherThingUnderAnotherKey() {
        AuditSample one = new AuditSample(KEY, 50);
        AuditSample same = new AuditSample(KEY, 50);
        AuditSample other = new AuditSample(new AuditKey(Bytes.ofUtf8("o".repeat(32))), 50);

        assertThat(CASES).allMatch(number -> one.holds(number) == same.holds(number));
        assertThat(CASES).anyMatch(number -> one.holds(number) != other.holds(number));
    }

    @Test
    void drawsNothingOrEverythingAtTheEnds() {
        assertThat(CASES).noneMatch(new AuditSample(KEY, 0)::holds);
        assertThat(CASES).allMatch(new AuditSample(KEY, 100)::holds);
    }
}
