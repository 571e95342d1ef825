/** The daily review meeting: what it has to look at and why, what it decided, and its minutes. */
@NullMarked
package org.wasl.admin.meeting;

import org.jspecify.annotations.NullMarked;
