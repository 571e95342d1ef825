package org.wasl.admin.alert;

import org.springframework.context.ApplicationContext;

/** Lets tests of other packages look at the cases once, as the sweep does each second. */
public final class Sweeps {
    private Sweeps() {}

    public static void once(ApplicationContext node) {
        node.getBean(AlertDesk.class).sweep();
    }
}
