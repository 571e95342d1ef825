/**
 * Paper: documents that are read in Arabic, Sorani, Badini and English, with letters joined, numbers in their order and
 * a line on each page that says for whom it was made. The only package that knows how a PDF is written.
 */
@NullMarked
package org.wasl.admin.print;

import org.jspecify.annotations.NullMarked;
