/** What words are about, the same in every language: husband, strangle, photo, tomorrow, football. */
@NullMarked
package org.wasl.triage.concept;

import org.jspecify.annotations.NullMarked;
