package org.wasl.admin.print;

/**
 * How wide the columns of a table are: as wide as they would like to be if that fits, else each gives way from what it has
 * more than its longest word.
 */
final class ColumnWidths {

    /** So many rows are looked at: the rest of a long table is like them. */
    private static final int LOOKED_AT = 60;

    private static final float NARROWEST = 28;

    /** No column insists on more than this share of the table, however long its longest word is. */
    private static final float MOST = 0.4f;

    /** Cells longer than this say nothing about the width they want. */
    private static final int LONG = 200;

    private static final float PADDING = 9;

    private final Typesetter typesetter;
    private final Block.Table table;
    private final float whole;

    ColumnWidths(Typesetter typesetter, Block.Table table, float whole) {
        this.typesetter = typesetter;
        this.table = table;
        this.whole = whole;
    }

    float[] widths() {
        int columns = table.columns();
        float[] least = new float[columns];
        float[] wanted = new float[columns];
        if (!table.widths().isEmpty()) {
            for (int column = 0; column < columns; column++) {
                wanted[column] = table.widths().get(column);
            }
            return scaled(wanted);
        }
        for (int column = 0; column < columns; column++) {
            least[column] = NARROWEST;
            for (String cell : table.column(column, LOOKED_AT)) {
                String start = cell.substring(0, Math.min(cell.length(), LONG));
                Typesetter.Widths found = typesetter.widths(start, Face.BOLD, Block.Style.TEXT.size());
                least[column] = Math.max(least[column], Math.min(found.word() + PADDING, whole * MOST));
                wanted[column] = Math.max(wanted[column], found.whole() + PADDING);
            }
            wanted[column] = Math.max(wanted[column], least[column]);
        }
        return shared(least, wanted);
    }

    private float[] shared(float[] least, float[] wanted) {
        float fixed = sum(least);
        if (sum(wanted) <= whole || fixed >= whole) {
            return scaled(fixed >= whole ? least : wanted);
        }
        float over = sum(wanted) - fixed;
        float[] widths = new float[least.length];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = least[column] + (wanted[column] - least[column]) / over * (whole - fixed);
        }
        return widths;
    }

    private float[] scaled(float[] shares) {
        float sum = sum(shares);
        float[] widths = new float[shares.length];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = shares[column] / sum * whole;
        }
        return widths;
    }

    private static float sum(float[] all) {
        float sum = 0;
        for (float one : all) {
            sum += one;
        }
        return sum;
    }
}
