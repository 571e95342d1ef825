package org.wasl.admin.receipt;

import org.wasl.admin.casework.CaseLeftovers;
import org.wasl.admin.casework.CaseNumber;

/** A number on its way to a page is given up with its case. */
final class ReceiptLeftovers implements CaseLeftovers {
    private final ReceiptDesk desk;

    ReceiptLeftovers(ReceiptDesk desk) {
        this.desk = desk;
    }

    @Override
    public String what() {
        return "receipts";
    }

    @Override
    public void forget(CaseNumber number) {
        desk.forget(number);
    }

    @Override
    public boolean left(CaseNumber number) {
        return desk.keeps(number);
    }
}
