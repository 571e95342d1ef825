/** The web chat. */
@NullMarked
package org.wasl.bot.channel.web;

import org.jspecify.annotations.NullMarked;
