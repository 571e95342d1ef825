/** Assessing and sealing what a person hands over. */
@NullMarked
package org.wasl.bot.filing;

import org.jspecify.annotations.NullMarked;
