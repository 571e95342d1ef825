package org.wasl.config.architecture.canary.admin.inbox;

/** Known where it must not be. */
public record Planted(int number) {}
