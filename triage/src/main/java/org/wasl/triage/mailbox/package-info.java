/** Receipts, the mailboxes they open, and the replies that wait there. */
@NullMarked
package org.wasl.triage.mailbox;

import org.jspecify.annotations.NullMarked;
