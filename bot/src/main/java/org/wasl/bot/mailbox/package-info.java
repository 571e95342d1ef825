/** Replies on their way to a citizen. */
@NullMarked
package org.wasl.bot.mailbox;

import org.jspecify.annotations.NullMarked;
