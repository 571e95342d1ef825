package org.wasl.config.architecture.canary.admin.oneway;

import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.wasl.admin.officer.CurrentStaff;

@Controller
final class PlantedPages {
    private final PlantedDesk desk = new PlantedDesk();

    @GetMapping("/planted")
    void page(CurrentStaff staff) {
        Runnable later = () -> desk.both(staff);
        later.run();
    }

    @PostMapping("/planted")
    void form(CurrentStaff staff) {
        Consumer<CurrentStaff> named = desk::pageAlone;
        named.accept(staff);
    }
}
