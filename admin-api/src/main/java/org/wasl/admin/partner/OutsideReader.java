package org.wasl.admin.partner;

import java.util.List;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseAnswers;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseReading;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** A case with the partners that fit it, for whoever may read it. Each look is on record as a look at the case. */
final class OutsideReader {
    private final CaseDesk cases;
    private final PartnerDesk partners;

    OutsideReader(CaseDesk cases, PartnerDesk partners) {
        this.cases = cases;
        this.partners = partners;
    }

    /** Throws the problem a reader is told. */
    Case read(CurrentStaff staff, CaseNumber number) {
        return switch (cases.open(staff, number)) {
            case CaseReading.Opened opened -> opened.view().held();
            case CaseReading.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
            case CaseReading.Closed _ -> throw new ProblemException(Problem.NOT_ALLOWED);
            case CaseReading.NotAuditable _ -> throw new ProblemException(Problem.UNAVAILABLE);
        };
    }

    List<Fit> fits(Case held) {
        return Fitting.of(held, partners.entries(), partners.today());
    }

    OutsideResource resource(Case held) {
        return OutsideResource.of(held, fits(held));
    }

    /** What a decision came to; throws where it was refused. */
    static Case decided(CaseChange change) {
        return switch (change) {
            case CaseChange.Done done -> done.view().held();
            case CaseChange.WaitsForSecond waits -> waits.view().held();
            case CaseChange.Overtaken _ -> throw new ProblemException(Problem.CHANGED);
            case CaseChange.Held _ -> throw new ProblemException(Problem.CONFLICT);
            case CaseChange.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
            case CaseChange.Refused refused -> throw new ProblemException(CaseAnswers.problem(refused.why()));
        };
    }
}
