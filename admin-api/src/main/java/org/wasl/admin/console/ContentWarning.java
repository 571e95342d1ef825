package org.wasl.admin.console;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.QueueRow;
import org.wasl.triage.report.Category;

/** What somebody should know before they open a case, so that nobody is caught unprepared. In the order of its weight. */
enum ContentWarning {
    CHILD,
    SEXUAL,
    SELF_HARM,
    IMAGES;

    private static final String IMAGES_SUSPECTED = "CSAM_SUSPECT";

    /** Of a row its reader may open; what they may not know of, they are not warned of either. */
    static List<ContentWarning> of(QueueRow row) {
        List<ContentWarning> warnings = new ArrayList<>();
        if (row.readable()) {
            ContentWarning about = about(row.category());
            if (about != null) {
                warnings.add(about);
            }
            if (row.tags().contains(IMAGES_SUSPECTED)) {
                warnings.add(IMAGES);
            }
        }
        return warnings;
    }

    private static @Nullable ContentWarning about(@Nullable Category category) {
        return switch (category) {
            case CHI -> CHILD;
            case SXV, TRF -> SEXUAL;
            case SUI -> SELF_HARM;
            case null -> null;
            case DV, HBV, BLK, CYB, FMR, RUN, MIS, THR, DRG, INF, NONE -> null;
        };
    }
}
