/** What crosses from the bot to the desk and back, closed types only, and its sealing. */
@NullMarked
package org.wasl.triage.intake;

import org.jspecify.annotations.NullMarked;
