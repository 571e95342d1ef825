package org.wasl.admin.reply;

import org.wasl.admin.casework.Case;

/** Told of every withdrawal and every wish to erase before anything is done about it. */
public interface TakebackLedger {
    /**
     * Takes note of it. Durable when it returns, and the same wish may come again.
     *
     * @param erase whether they asked to erase, not only to withdraw
     * @param proven whether whoever asks holds the receipt; what is not proven changes nothing
     */
    void asked(Case held, boolean erase, boolean proven);
}
