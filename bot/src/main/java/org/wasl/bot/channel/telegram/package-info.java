/** The Telegram channel. */
@NullMarked
package org.wasl.bot.channel.telegram;

import org.jspecify.annotations.NullMarked;
