/** The command line over triage. */
@NullMarked
package org.wasl.triage.cli;

import org.jspecify.annotations.NullMarked;
