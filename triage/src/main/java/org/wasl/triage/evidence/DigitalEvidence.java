package org.wasl.triage.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What points at the one who threatens, as closed data.
 *
 * @param handles at most {@link #MOST}, none twice
 * @param amount what is demanded; {@code null} where no sum was said
 */
public record DigitalEvidence(
        List<AccusedHandle> handles, @Nullable AskedAmount amount) {

    public static final int MOST = 8;
    public static final DigitalEvidence NONE = new DigitalEvidence(List.of(), null);

    public DigitalEvidence {
        if (handles.size() > MOST || handles.stream().distinct().count() != handles.size()) {
            throw new IllegalArgumentException("evidence: handles twice, or more than " + MOST);
        }
        handles = List.copyOf(handles);
    }

    /** Whether there is nothing in it. */
    public boolean nothing() {
        return handles.isEmpty() && amount == null;
    }

    @Override
    public String toString() {
        return "DigitalEvidence[redacted]";
    }
}
