package org.wasl.bot.conversation;

import java.util.Map;
import java.util.function.Function;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.report.Report;

/** The real data, and the same with other flows or other words. The one place of the tests that names all of it. */
final class Materials {

    private static final Triage TRIAGE = Triage.load();
    static final Material REAL = Material.load(TRIAGE::assess, ConversationSettings.DEFAULTS, FlowLimits.DEFAULTS);

    private Materials() {}

    static Material with(Map<String, Flow> flows, String current, Migrations migrations) {
        Material flowing = Copies.with(Copies.with(REAL, "flows", flows), "current", current);
        return Copies.with(flowing, "migrations", migrations);
    }

    static Material with(Map<String, Catalogue> catalogues) {
        return Copies.with(REAL, "catalogues", catalogues);
    }

    static Material with(Guidance guidance) {
        return Copies.with(REAL, "guidance", guidance);
    }

    static Material assessedBy(Function<Report, Assessment> triage) {
        return Copies.with(REAL, "triage", triage);
    }
}
