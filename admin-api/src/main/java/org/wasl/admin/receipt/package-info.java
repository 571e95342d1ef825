/** Numbers for people who called or came to the desk: asked of the bot, shown once by a page, known to nobody here. */
@NullMarked
package org.wasl.admin.receipt;

import org.jspecify.annotations.NullMarked;
