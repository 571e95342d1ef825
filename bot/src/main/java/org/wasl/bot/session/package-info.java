/** Durable accept, ordered take, atomic commit, sending: the turn on Redis. */
@NullMarked
package org.wasl.bot.session;

import org.jspecify.annotations.NullMarked;
