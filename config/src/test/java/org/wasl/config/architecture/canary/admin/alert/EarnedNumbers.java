package org.wasl.config.architecture.canary.admin.alert;

/** Public, nothing but constants, and read in another package, which leaves no trace in what is compiled. */
public final class EarnedNumbers {

    public static final int MOST = 4;

    private EarnedNumbers() {}
}
