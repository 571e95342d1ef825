/** Limits that slow and never block an urgent report. */
@NullMarked
package org.wasl.bot.guard;

import org.jspecify.annotations.NullMarked;
