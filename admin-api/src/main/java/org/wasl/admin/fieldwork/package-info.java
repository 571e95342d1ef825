/** What is done for a case outside the chat, as a case keeps it: visits, tasks, the safety plan. */
@NullMarked
package org.wasl.admin.fieldwork;

import org.jspecify.annotations.NullMarked;
