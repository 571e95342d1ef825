package org.wasl.config;

import java.util.ArrayList;
import java.util.List;
import org.wasl.admin.officer.OneTimeSignIn;

/** What is said, plainly, once Wasl runs. */
final class Welcome {

    private final House house;

    Welcome(House house) {
        this.house = house;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Wasl runs.");
        if (house.bot() instanceof NodeContext bot) {
            lines.add("  citizens' chat   http://" + house.settings().bot().address() + ":" + bot.port() + "/");
        }
        if (house.admin() instanceof NodeContext admin) {
            String console = house.settings().staff().uri().toString();
            lines.add("  staff console    " + console + "/");
            admin.spring()
                    .getBean(OneTimeSignIn.class)
                    .pathForFirstAdministrator()
                    .ifPresent(path -> lines.add("  first sign-in    " + console + path
                            + "  (once, within a day, makes the first administrator)"));
        }
        lines.add("  data             " + house.data());
        lines.add(
                house.settings().demonstration()
                        ? "  demonstration    ON: made-up staff, nobody reads this, no outside channel starts"
                        : "  demonstration    off");
        house.warnings().forEach(warning -> lines.add("  WARNING          " + warning));
        lines.add("  stop             Ctrl-C");
        lines.add("");
        return String.join(System.lineSeparator(), lines);
    }
}
