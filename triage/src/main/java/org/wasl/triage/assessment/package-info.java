/** The judgement: facts from text, rules, level, score and the reasons for them. */
@NullMarked
package org.wasl.triage.assessment;

import org.jspecify.annotations.NullMarked;
