package org.wasl.admin.web;

import org.jspecify.annotations.Nullable;

/**
 * A second person's word.
 *
 * @param agreed {@code null} where it was left out, which no route takes for an answer
 */
public record ConfirmationForm(@Nullable Boolean agreed) {}
