/** Visits, tasks, the safety plan, and the screen an officer works from. */
@NullMarked
package org.wasl.admin.visit;

import org.jspecify.annotations.NullMarked;
