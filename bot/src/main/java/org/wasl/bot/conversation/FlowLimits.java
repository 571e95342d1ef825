package org.wasl.bot.conversation;

import java.util.List;
import org.wasl.bot.channel.Capabilities;

/**
 * What every string must fit into.
 *
 * @param labelMax longest label, in code points
 * @param textMax longest text, in UTF-16 units
 * @param optionIdMax longest option id, so that a token stays within 64 bytes
 */
record FlowLimits(int labelMax, int textMax, int optionIdMax) {

    /** The narrowest of the channels in use: a label of one line on a narrow phone, half of a long message. */
    static final FlowLimits DEFAULTS = new FlowLimits(40, 1_000, 24);

    /** What fits all of these channels. */
    static FlowLimits of(List<Capabilities> channels) {
        int label = DEFAULTS.labelMax;
        int text = DEFAULTS.textMax;
        for (Capabilities channel : channels) {
            label = Math.min(label, channel.labelMax());
            text = Math.min(text, channel.maxText());
        }
        return new FlowLimits(label, text, DEFAULTS.optionIdMax);
    }
}
