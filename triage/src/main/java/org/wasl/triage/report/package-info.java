/** What a report is made of: facts, levels, categories, languages. The vocabulary every other package speaks. */
@NullMarked
package org.wasl.triage.report;

import org.jspecify.annotations.NullMarked;
