package org.wasl.config.architecture.canary.config;

/** Known where it must not be. */
public record Planted(int number) {}
