package org.wasl.admin.casework;

import org.wasl.admin.officer.BrokenGlass;

/** That somebody had a case opened to them is forgotten with the case. */
final class GlassLeftovers implements CaseLeftovers {
    private final BrokenGlass glass;

    GlassLeftovers(BrokenGlass glass) {
        this.glass = glass;
    }

    @Override
    public String what() {
        return "openings";
    }

    @Override
    public void forget(CaseNumber number) {
        glass.forget(number.value());
    }

    @Override
    public boolean left(CaseNumber number) {
        return glass.knows(number.value());
    }
}
