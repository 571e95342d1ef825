/** Learning from the corpora and measuring what was learnt: the command line's train and evaluate. */
@NullMarked
package org.wasl.triage.learning;

import org.jspecify.annotations.NullMarked;
