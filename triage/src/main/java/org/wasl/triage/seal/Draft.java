package org.wasl.triage.seal;

/** What came of opening a draft. */
public sealed interface Draft {

    record Opened(Bytes content) implements Draft {}

    record Refused(Refusal reason) implements Draft {}
}
