/** What the desk hands to a partner: signed by the desk, sealed to the partner's own key, opened by a command. */
@NullMarked
package org.wasl.triage.handover;

import org.jspecify.annotations.NullMarked;
