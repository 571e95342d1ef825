/** Where citizens write: the contract every channel keeps. */
@NullMarked
package org.wasl.bot.channel;

import org.jspecify.annotations.NullMarked;
