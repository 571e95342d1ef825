package org.wasl.bot.channel;

import java.time.Duration;

/**
 * What a channel can show and do; the renderer degrades to it and the flow compiler checks every string against it.
 *
 * @param maxButtons most buttons under one message; 0 means none
 * @param labelMax longest label, in code points
 * @param maxText longest message, in UTF-16 units
 * @param canEdit buttons can be taken away after an answer
 * @param canDelete messages can be deleted, and until how old
 * @param canSilence a message can arrive without a sound
 */
public record Capabilities(
        int maxButtons, int labelMax, int maxText, boolean canEdit, Duration canDelete, boolean canSilence) {}
