package org.wasl.admin.picture;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a picture may cost.
 *
 * @param mostBytes of the original; what a bot node fetches at most
 * @param mostPoints of the original by its head: a progressive JPEG takes about six bytes of memory outside the heap
 *     for each
 * @param copyPoints of the copy; a larger original is drawn smaller
 * @param mostCopy bytes of the copy
 * @param heap of the image process, MB
 * @param time for one picture, the start of its process included; then it is ended
 * @param atOnce processes at a time
 * @param waiting who may wait for one; others are told to try again
 * @param wrap words put before the command, such as those that start it as another account of the machine and without a
 *     network; none by default
 */
@ConfigurationProperties("wasl.picture")
public record PictureSettings(
        @DefaultValue("20971520") int mostBytes,
        @DefaultValue("40000000") long mostPoints,
        @DefaultValue("12000000") long copyPoints,
        @DefaultValue("16777216") int mostCopy,
        @DefaultValue("256") int heap,
        @DefaultValue("20s") Duration time,
        @DefaultValue("2") int atOnce,
        @DefaultValue("20") int waiting,
        @DefaultValue({}) List<String> wrap) {

    public static final PictureSettings DEFAULTS = new PictureSettings(
            20 * 1024 * 1024, 40_000_000, 12_000_000, 16 * 1024 * 1024, 256, Duration.ofSeconds(20), 2, 20, List.of());

    public PictureSettings {
        wrap = List.copyOf(wrap);
        positive("most-bytes", mostBytes);
        positive("most-points", mostPoints);
        positive("copy-points", copyPoints);
        positive("most-copy", mostCopy);
        positive("heap", heap);
        positive("time", time.toMillis());
        positive("at-once", atOnce);
        positive("waiting", waiting);
    }

    private static void positive(String key, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("wasl.picture." + key + ": " + value + " (expected: > 0)");
        }
    }
}
