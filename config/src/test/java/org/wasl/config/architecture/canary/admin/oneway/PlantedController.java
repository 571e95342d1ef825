package org.wasl.config.architecture.canary.admin.oneway;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.officer.CurrentStaff;

@RestController
@RequestMapping(path = "/api/planted")
final class PlantedController {
    private final PlantedDesk desk = new PlantedDesk();

    @GetMapping
    void read(CurrentStaff staff) {
        handedOn(staff);
    }

    @PutMapping("/one")
    void change(CurrentStaff staff) {
        desk.routeAlone(staff);
    }

    private void handedOn(CurrentStaff staff) {
        desk.both(staff);
    }
}
