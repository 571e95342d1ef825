package org.wasl.admin.print;

/** What is printed on. Widths and heights in points, 72 to the inch. */
public enum Sheet {
    A4(595, 842, 48),
    A5(420, 595, 36),
    /** A quarter of an A5: goes into a hand. */
    SLIP(210, 298, 18);

    private final float width;
    private final float height;
    private final float margin;

    Sheet(float width, float height, float margin) {
        this.width = width;
        this.height = height;
        this.margin = margin;
    }

    float width() {
        return width;
    }

    float height() {
        return height;
    }

    float margin() {
        return margin;
    }
}
