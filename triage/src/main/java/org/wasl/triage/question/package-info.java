/** The words of the questions the chat asks, kept for those who read the answers. */
@NullMarked
package org.wasl.triage.question;

import org.jspecify.annotations.NullMarked;
