/** Reading letters: normalisation with offsets, language identification. */
@NullMarked
package org.wasl.triage.text;

import org.jspecify.annotations.NullMarked;
