package org.wasl.admin.awareness;

import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.Governorate;

/**
 * What the sessions held in one governorate led to. A count that is {@code null} is hidden since it is small, or since it
 * would give a small one away.
 *
 * @param sessions held
 * @param begun at least so many chats were begun with a code from one of their posters
 */
record EffectRow(
        Governorate governorate,
        int sessions,
        @Nullable Integer women,
        @Nullable Integer men,
        @Nullable Integer unstated,
        @Nullable Integer people,
        @Nullable Integer begun) {}
