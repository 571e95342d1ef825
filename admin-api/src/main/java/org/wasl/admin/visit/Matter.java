package org.wasl.admin.visit;

import org.wasl.triage.report.Category;

/** What a case is about, as coarsely as a screen in the street may show it. */
enum Matter {
    HOME,
    ONLINE,
    PERSON,
    CHILD,
    MISSING,
    NEIGHBOURHOOD,
    QUESTION;

    static Matter of(Category category) {
        return switch (category) {
            case DV, HBV, FMR, RUN -> HOME;
            case BLK, CYB -> ONLINE;
            case SXV, TRF, SUI -> PERSON;
            case CHI -> CHILD;
            case MIS -> MISSING;
            case THR, DRG -> NEIGHBOURHOOD;
            case INF, NONE -> QUESTION;
        };
    }
}
