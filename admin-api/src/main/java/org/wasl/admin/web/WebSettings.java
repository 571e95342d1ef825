package org.wasl.admin.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the desk's HTTP.
 *
 * @param longestBody the longest request anybody may send
 * @param framed whether pages of this console may frame each other; for the demonstration's page only
 */
@ConfigurationProperties("wasl.console")
public record WebSettings(
        @DefaultValue("256KB") DataSize longestBody,
        @DefaultValue("false") boolean framed) {
    public static final WebSettings DEFAULTS = new WebSettings(DataSize.ofKilobytes(256), false);
}
