/** Sealing and signing, in halves: who may seal holds nothing that opens. The only home of the cryptography library. */
@NullMarked
package org.wasl.triage.seal;

import org.jspecify.annotations.NullMarked;
