/** Benchmarks of triage, run by {@code triage/src/jmh/measure}. */
@NullMarked
package org.wasl.triage.speed;

import org.jspecify.annotations.NullMarked;
