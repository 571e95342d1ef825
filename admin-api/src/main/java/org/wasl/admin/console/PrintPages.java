package org.wasl.admin.console;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.PrintDesk;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;

/** The page of a case on paper: recorded first, then the browser prints what it shows. */
@Controller
final class PrintPages {
    /** The edition its own record made, which is no news to the page that asked. */
    private static final String EDITION = "X-Edition";

    private final PrintDesk desk;

    PrintPages(PrintDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/cases/{number}/printed")
    @Requires(Permission.CASE_READ)
    ResponseEntity<Void> printed(CurrentStaff staff, @PathVariable String number) {
        return desk.print(staff, CasePages.known(number), null) instanceof CaseChange.Done done
                ? ResponseEntity.noContent()
                        .header(EDITION, Long.toString(done.view().edition()))
                        .build()
                : ResponseEntity.status(HttpStatus.CONFLICT).build();
    }
}
