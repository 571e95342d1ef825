/** The first class of the command-line jar: old enough in form to run on any Java and find the right one. */
@NullMarked
package org.wasl.triage.start;

import org.jspecify.annotations.NullMarked;
