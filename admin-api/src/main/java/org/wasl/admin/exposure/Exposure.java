package org.wasl.admin.exposure;

/**
 * What one person read during the window.
 *
 * @param cases how many different cases
 * @param immediate how many of them were immediate when they were read
 * @param restricted how many of them are of a restricted category
 * @param heavy how many were one or the other
 * @param pause whether a pause is due
 */
public record Exposure(int cases, int immediate, int restricted, int heavy, boolean pause) {
    public static final Exposure NOTHING = new Exposure(0, 0, 0, 0, false);
}
