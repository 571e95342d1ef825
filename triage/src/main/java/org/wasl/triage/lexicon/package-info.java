/** Word lists that linguists edit: how their written forms become folded words, and where those stand in a text. */
@NullMarked
package org.wasl.triage.lexicon;

import org.jspecify.annotations.NullMarked;
