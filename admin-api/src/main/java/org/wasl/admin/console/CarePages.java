package org.wasl.admin.console;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.wasl.admin.exposure.Exposure;
import org.wasl.admin.exposure.ReadingLog;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.StaffDirectory;

/** How much of what is hard to read each colleague on duty has read, for whoever looks after them. */
@Controller
final class CarePages {
    private final StaffDirectory directory;
    private final ReadingLog readings;

    CarePages(StaffDirectory directory, ReadingLog readings) {
        this.directory = directory;
        this.readings = readings;
    }

    /**
     * One colleague.
     *
     * @param name shown to colleagues
     */
    record Colleague(String name, Exposure read) {}

    @GetMapping("/care")
    @Requires(Permission.EXPOSURE_READ)
    String care(Model model) {
        List<Colleague> colleagues = directory.onDuty().stream()
                .map(member -> new Colleague(member.displayName(), readings.of(member.id())))
                .sorted(Comparator.comparingInt((Colleague one) -> -one.read().heavy())
                        .thenComparing(Colleague::name))
                .toList();
        model.addAttribute("colleagues", colleagues);
        return "console/care";
    }
}
