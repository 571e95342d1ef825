package org.wasl.admin.officer;

import java.util.Optional;
import org.springframework.security.core.Authentication;

/** For what lasts longer than one request: whether the session it was begun with still holds. */
public final class SessionWatch {
    private final Sessions sessions;

    SessionWatch(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The session a request came with, as something to ask about; empty when it came with none. */
    public Optional<Watched> of(Authentication caller) {
        return Optional.ofNullable(caller.getDetails())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .map(Watched::new);
    }

    /** One session. Knows no token. */
    public final class Watched {
        private final String digest;

        private Watched(String digest) {
            this.digest = digest;
        }

        /** Asks the store: neither ended, idle nor too old, and its account still good. Does not keep it awake. */
        public boolean holds() {
            return sessions.holder(digest).isPresent();
        }
    }
}
