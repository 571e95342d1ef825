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
        return with(flows, current, migrations, REAL.catalogues(), REAL.triage());
    }

    static Material with(Map<String, Catalogue> catalogues) {
        return with(REAL.flows(), REAL.current(), REAL.migrations(), catalogues, REAL.triage());
    }

    static Material assessedBy(Function<Report, Assessment> triage) {
        return with(REAL.flows(), REAL.current(), REAL.migrations(), REAL.catalogues(), triage);
    }

    static Material with(Guidance guidance) {
        return new Material(
                REAL.flows(),
                REAL.current(),
                REAL.migrations(),
                REAL.catalogues(),
                REAL.numbers(),
                REAL.places(),
                guidance,
                REAL.words(),
                REAL.searching(),
                REAL.hours(),
                REAL.triage(),
                REAL.settings());
    }

    private static Material with(
            Map<String, Flow> flows,
            String current,
            Migrations migrations,
            Map<String, Catalogue> catalogues,
            Function<Report, Assessment> triage) {
        return new Material(
                flows,
                current,
                migrations,
                catalogues,
                REAL.numbers(),
                REAL.places(),
                REAL.guidance(),
                REAL.words(),
                REAL.searching(),
                REAL.hours(),
                triage,
                REAL.settings());
    }
}
