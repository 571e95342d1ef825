package org.wasl.config.architecture.canary.admin.alert;

/** Public, nothing but constants, and imported by nobody. */
public final class UnearnedNumbers {

    public static final int MOST = 3;

    private UnearnedNumbers() {}
}
