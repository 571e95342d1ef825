/**
 * Awareness sessions: who asked for one, who goes where, how many came, what was given out, and what came of it. Numbers
 * only: nobody who came is named, and nothing here knows a case.
 */
@NullMarked
package org.wasl.admin.awareness;

import org.jspecify.annotations.NullMarked;
