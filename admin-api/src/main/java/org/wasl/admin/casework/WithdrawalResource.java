package org.wasl.admin.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** That the person took it back, and who recorded why it stays. */
record WithdrawalResource(boolean erase, boolean proven, Instant at, boolean kept, List<KeeperResource> keepers) {

    static @Nullable WithdrawalResource of(Handling.@Nullable WithdrawalRequest asked) {
        return asked == null
                ? null
                : new WithdrawalResource(
                        asked.erase(),
                        asked.proven(),
                        asked.at(),
                        asked.kept(),
                        asked.keepers().stream()
                                .map(one -> new KeeperResource(one.by().value(), one.reason(), one.at()))
                                .toList());
    }

    record KeeperResource(String by, String reason, Instant at) {
        @Override
        public String toString() {
            return "KeeperResource[redacted]";
        }
    }
}
