package org.wasl.triage.intake;

import org.wasl.triage.seal.Bytes;

/**
 * A channel address and a reply key, sealed by the bot to itself and kept by the desk: the bot holds a key without
 * data, the desk data without a key.
 */
public record Capsule(Bytes sealed) {}
