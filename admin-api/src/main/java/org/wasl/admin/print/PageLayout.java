package org.wasl.admin.print;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the blocks of a document onto pages, from the side its language begins at. Not thread-safe.
 *
 * <p>What would go over the limit of pages is left out; {@link #cut} tells.
 */
final class PageLayout {

    private static final float LEADING = 1.5f;
    private static final float PADDING = 4;
    private static final float HAIR = 0.5f;
    private static final float SHADE = 0.92f;
    private static final float RULE = 0.6f;

    private final Typesetter typesetter;
    private final Sheet sheet;
    private final boolean rightToLeft;
    private final float top;
    private final float bottom;
    private final int mostPages;

    private final List<List<Ink>> pages = new ArrayList<>();
    private List<Ink> page = new ArrayList<>();
    private float y;
    private boolean cut;

    /** @param head room for what stands on top of each page; @param foot the same below */
    PageLayout(Typesetter typesetter, Sheet sheet, boolean rightToLeft, float head, float foot, int mostPages) {
        this.typesetter = typesetter;
        this.sheet = sheet;
        this.rightToLeft = rightToLeft;
        this.top = sheet.margin() + head;
        this.bottom = sheet.height() - sheet.margin() - foot;
        this.mostPages = mostPages;
        this.y = top;
        pages.add(page);
    }

    List<List<Ink>> pages() {
        return pages;
    }

    /** Whether pages were left out. */
    boolean cut() {
        return cut;
    }

    void add(Block block) {
        switch (block) {
            case Block.Words words -> words(words);
            case Block.Table table -> table(table);
            case Block.Picture picture -> picture(picture);
            case Block.Room room -> y += room.height();
            case Block.NewPage none -> turn();
        }
    }

    private void words(Block.Words words) {
        Block.Style style = words.style();
        float height = style.size() * LEADING;
        y += y > top ? style.before() : 0;
        boolean asWritten = style.stand() == Block.Stand.AS_WRITTEN;
        Typesetter own = asWritten ? typesetter.facing(words.text()) : typesetter;
        float narrower = style.indent() * (asWritten ? 2 : 1);
        List<SetLine> lines = own.lines(words.text(), style.face(), style.size(), width() - narrower);
        need(height * Math.min(lines.size() + style.keep(), style.keep() + 2));
        boolean first = true;
        for (SetLine line : lines) {
            need(height);
            if (first && !words.sign().isEmpty()) {
                SetLine sign = typesetter
                        .lines(words.sign(), style.face(), style.size(), width())
                        .getFirst();
                put(sign, 0, height, style, rightToLeft);
            }
            put(line, style.indent(), height, style, own.rightToLeft());
            y += height;
            first = false;
        }
    }

    private void put(SetLine line, float indent, float height, Block.Style style, boolean fromTheRight) {
        float left = style.stand() == Block.Stand.CENTRED
                ? (sheet.width() - line.width()) / 2
                : start(sheet.margin() + indent, line.width(), fromTheRight);
        page.add(new Ink.Line(line, left, base(y, height, line.size()), style.grey()));
    }

    private void picture(Block.Picture picture) {
        var pixels = picture.image().pixels();
        float wide = Math.min(picture.width(), width());
        float high = wide * pixels.getHeight() / pixels.getWidth();
        float most = bottom - top;
        if (high > most) {
            wide *= most / high;
            high = most;
        }
        y += y > top ? PADDING : 0;
        need(high);
        page.add(new Ink.Image(picture.image(), (sheet.width() - wide) / 2, y, wide, high));
        y += high + PADDING;
    }

    private void table(Block.Table table) {
        float[] widths = new ColumnWidths(typesetter, table, width()).widths();
        y += y > top ? PADDING * 2 : 0;
        if (table.headed()) {
            header(table, widths, 2);
        }
        for (List<String> row : table.rows()) {
            List<List<SetLine>> cells = cells(row, widths, Block.Style.TEXT);
            int lines = most(cells);
            int from = 0;
            while (from < lines) {
                // A row goes to the next page whole; one that is longer than a page is cut between its lines.
                int room = fitting(lines - from);
                if (room < lines - from && y > top + rowHeight(2, Block.Style.TEXT)) {
                    turn();
                    if (table.headed()) {
                        header(table, widths, 0);
                    }
                    room = fitting(lines - from);
                }
                room = Math.max(1, room);
                row(cells, widths, from, Math.min(lines, from + room), Block.Style.TEXT, false);
                from += room;
            }
        }
        y += PADDING;
    }

    private int fitting(int lines) {
        float one = Block.Style.TEXT.size() * LEADING;
        return Math.min(lines, (int) ((bottom - y - PADDING) / one));
    }

    private void header(Block.Table table, float[] widths, int rowsWith) {
        Block.Style style = Block.Style.TEXT.strong();
        List<List<SetLine>> cells = cells(table.headers(), widths, style);
        need(rowHeight(most(cells) + rowsWith, style));
        row(cells, widths, 0, most(cells), style, true);
    }

    private void row(List<List<SetLine>> cells, float[] widths, int from, int to, Block.Style style, boolean shaded) {
        float height = rowHeight(to - from, style);
        if (shaded) {
            page.add(new Ink.Box(sheet.margin(), y, width(), height, SHADE));
        }
        float line = style.size() * LEADING;
        float at = sheet.margin();
        for (int column = 0; column < widths.length; column++) {
            List<SetLine> cell = cells.get(column);
            for (int index = from; index < Math.min(to, cell.size()); index++) {
                SetLine words = cell.get(index);
                float lineTop = y + PADDING / 2 + (index - from) * line;
                page.add(new Ink.Line(
                        words,
                        start(at + PADDING, words.width(), rightToLeft),
                        base(lineTop, line, words.size()),
                        style.grey()));
            }
            at += widths[column];
        }
        y += height;
        page.add(new Ink.Box(sheet.margin(), y, width(), HAIR, RULE));
    }

    private List<List<SetLine>> cells(List<String> row, float[] widths, Block.Style style) {
        List<List<SetLine>> cells = new ArrayList<>(row.size());
        for (int column = 0; column < widths.length; column++) {
            cells.add(typesetter.lines(row.get(column), style.face(), style.size(), widths[column] - 2 * PADDING));
        }
        return cells;
    }

    private static int most(List<List<SetLine>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1);
    }

    private static float rowHeight(int lines, Block.Style style) {
        return lines * style.size() * LEADING + PADDING;
    }

    /** The left edge of what is so wide and stands so far from the side the language begins at. */
    private float start(float fromStart, float wide, boolean fromTheRight) {
        return fromTheRight ? sheet.width() - fromStart - wide : fromStart;
    }

    private static float base(float top, float height, float size) {
        float letters = (Typeface.ASCENT + Typeface.DESCENT) * size;
        return top + (height - letters) / 2 + Typeface.ASCENT * size;
    }

    private float width() {
        return sheet.width() - 2 * sheet.margin();
    }

    private void need(float height) {
        if (y + height > bottom && y > top) {
            turn();
        }
    }

    private void turn() {
        page = new ArrayList<>();
        y = top;
        if (pages.size() < mostPages) {
            pages.add(page);
        } else {
            cut = true;
        }
    }
}
