package org.wasl.admin.officer.canary;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.wasl.admin.officer.Open;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;

/** Planted: what the gate on routes has to find, and what it has to let pass. */
@Controller
class UnguardedController {
    @GetMapping("/canary/forgotten")
    String forgotten() {
        return "forgotten";
    }

    @PostMapping("/canary/asks-for-nothing")
    @Requires({})
    String asksForNothing() {
        return "asks for nothing";
    }

    @GetMapping("/canary/says-both")
    @Open(because = "it cannot decide")
    @Requires(Permission.SELF)
    String saysBoth() {
        return "says both";
    }

    @GetMapping("/canary/open-without-a-word")
    @Open(because = " ")
    String openWithoutAWord() {
        return "open without a word";
    }

    @GetMapping("/canary/guarded")
    @Requires(Permission.SELF)
    String guarded() {
        return "guarded";
    }
}
