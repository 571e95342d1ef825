package org.wasl.admin.print;

/** Something at its place on a page. Points from the left and from the top. */
sealed interface Ink {

    /** @param base where the letters stand */
    record Line(SetLine line, float left, float base, float grey) implements Ink {}

    record Box(float left, float top, float width, float height, float grey) implements Ink {}

    record Image(Raster image, float left, float top, float width, float height) implements Ink {}
}
