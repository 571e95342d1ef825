package org.wasl.admin.statistics;

import java.util.List;

/** All that is counted and not released yet. */
record Counted(List<CodedCase> cases, List<ChatCounts> chats) {
    Counted {
        cases = List.copyOf(cases);
        chats = List.copyOf(chats);
    }
}
