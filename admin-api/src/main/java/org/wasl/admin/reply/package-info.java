/** What goes back to the citizen, and what comes from the citizen's side about it. All of it through the boundary. */
@NullMarked
package org.wasl.admin.reply;

import org.jspecify.annotations.NullMarked;
