package org.wasl.admin.retention;

import java.util.Set;
import java.util.stream.Stream;
import org.wasl.admin.casework.Case;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;

/** Whether a case concerns somebody under eighteen, by anything that was said in it. */
final class Young {
    private static final Set<String> BANDS = Set.of("<9", "9-14", "15-17");

    private Young() {}

    static boolean concerns(Case held) {
        return held.reports().stream()
                .flatMap(report -> Stream.concat(
                        Stream.of(report.assessment().facts()),
                        report.parts().stream().map(part -> part.facts())))
                .anyMatch(Young::young);
    }

    private static boolean young(Facts facts) {
        return facts.holds(FactKey.MINOR)
                || facts.observations(FactKey.AGE_BAND).stream()
                        .map(Fact::detail)
                        .anyMatch(band -> band != null && BANDS.contains(band));
    }
}
