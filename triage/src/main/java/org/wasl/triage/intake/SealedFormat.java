package org.wasl.triage.intake;

import org.wasl.triage.seal.Context;

/** What each kind of sealed thing is bound to. A kind can never be taken for another. */
final class SealedFormat {

    static final Context INTAKE = Context.of("wasl/boundary/v1", "intake");
    static final Context NOTICE = Context.of("wasl/boundary/v1", "notice");
    static final Context PRESENCE = Context.of("wasl/boundary/v1", "presence");

    private SealedFormat() {}
}
