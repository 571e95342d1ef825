package org.wasl.triage.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;

/**
 * Why a level was reached: one fired rule.
 *
 * @param rule the rule's id, {@code R01} to {@code R44}
 * @param version the version of the rule data it was read from
 * @param floor the least level this rule allows
 * @param text the reason in English; the console shows its own translation, found by {@code rule}
 * @param facts the facts that made it fire
 * @param suspected whether any of those facts is only suspected
 * @param evidence the words behind it; {@code null} when it came from buttons alone
 */
public record Reason(
        String rule,
        String version,
        Level floor,
        String text,
        List<FactKey> facts,
        boolean suspected,
        @Nullable Evidence evidence) {}
