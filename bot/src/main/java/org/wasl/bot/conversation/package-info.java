/** The dialogue: pure, data-driven, without a clock or a store of its own. */
@NullMarked
package org.wasl.bot.conversation;

import org.jspecify.annotations.NullMarked;
