package org.wasl.bot.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a channel can show and do; the renderer degrades to it and the flow compiler checks every string against it.
 *
 * @param maxButtons most buttons under one message; 0 means none
 * @param labelMax longest label, in code points
 * @param maxText longest message, in UTF-16 units
 * @param canEdit buttons can be taken away after an answer
 * @param canDelete messages can be deleted, and until how old
 * @param canSilence a message can arrive without a sound
 * @param freeFormFor how long after the person's last word the platform carries a message that is no template; {@code
 *     null} where it sets no limit
 */
public record Capabilities(
        int maxButtons,
        int labelMax,
        int maxText,
        boolean canEdit,
        Duration canDelete,
        boolean canSilence,
        @Nullable Duration freeFormFor) {

    /** Of a platform without such a limit. */
    public Capabilities(
            int maxButtons, int labelMax, int maxText, boolean canEdit, Duration canDelete, boolean canSilence) {
        this(maxButtons, labelMax, maxText, canEdit, canDelete, canSilence, null);
    }
}
