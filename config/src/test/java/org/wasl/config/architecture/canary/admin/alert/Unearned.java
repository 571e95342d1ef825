package org.wasl.config.architecture.canary.admin.alert;

/** Public, and used by nobody else. */
public final class Unearned {}
