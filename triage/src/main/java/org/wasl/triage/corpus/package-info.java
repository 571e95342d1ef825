/** Texts written to learn on and to measure on: their format, read and checked. */
@NullMarked
package org.wasl.triage.corpus;

import org.jspecify.annotations.NullMarked;
