/** Fetching what was sent beside words, sealing it while it is read, and handing it to the desk. */
@NullMarked
package org.wasl.bot.media;

import org.jspecify.annotations.NullMarked;
