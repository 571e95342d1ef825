/** The statistical reader: which words of a text weigh how much, learnt from texts with known answers. */
@NullMarked
package org.wasl.triage.classifier;

import org.jspecify.annotations.NullMarked;
