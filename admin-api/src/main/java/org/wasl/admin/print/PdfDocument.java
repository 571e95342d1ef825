package org.wasl.admin.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.wasl.admin.web.ConsoleLanguage;

/**
 * A document in the making: blocks in the order they are read. Begun by {@link Press}; not thread-safe; {@link #bytes} ends
 * it.
 *
 * <p>Any text may be given, whoever wrote it: hidden directions, controls and halves of signs are not printed, and what is
 * longer than the limits is cut with a line that says so. Numbers, dates, case numbers and Latin words keep their order
 * between Arabic and Kurdish words. It does not escape or interpret anything: there is no markup.
 */
public final class PdfDocument {

    private static final float SMALL = 8;
    private static final float FOOT = 26;
    private static final float BAND = 22;
    private static final float MILLIMETRE = 72 / 25.4f;

    private final Typeface typeface;
    private final MessageSource messages;
    private final PrintSettings settings;
    private final ConsoleLanguage language;
    private final Sheet sheet;
    private final String title;
    private final @Nullable Margin margin;
    private final Typesetter typesetter;
    private final List<Block> blocks = new ArrayList<>();
    private long letters;
    private boolean shortened;

    /**
     * What stands around the text of each page.
     *
     * @param reader who had it printed
     * @param when day and time, as it is read
     */
    record Margin(String reader, String when, boolean demonstration) {}

    PdfDocument(
            Typeface typeface,
            MessageSource messages,
            PrintSettings settings,
            ConsoleLanguage language,
            Sheet sheet,
            String title,
            @Nullable Margin margin) {
        this.typeface = typeface;
        this.messages = messages;
        this.settings = settings;
        this.language = language;
        this.sheet = sheet;
        this.title = PlainText.clean(title).replace('\n', ' ');
        this.margin = margin;
        this.typesetter = new Typesetter(typeface, language.locale(), rightToLeft());
    }

    public PdfDocument heading(String text) {
        return words(text, Block.Style.HEADING, "");
    }

    public PdfDocument paragraph(String text) {
        return words(text, Block.Style.TEXT, "");
    }

    /** In bold: what must be seen first. */
    public PdfDocument strong(String text) {
        return words(text, Block.Style.TEXT.strong(), "");
    }

    /** Somebody's own words, from the side they were written from, whatever the language of the document. */
    public PdfDocument quote(String text) {
        return words(text, Block.Style.QUOTE, "");
    }

    /** Small and grey: where figures come from, what was left out. */
    public PdfDocument quiet(String text) {
        return words(text, Block.Style.QUIET, "");
    }

    public PdfDocument list(List<String> items) {
        items.forEach(item -> words(item, Block.Style.ITEM, "•"));
        return this;
    }

    public PdfDocument numbered(List<String> items) {
        for (int item = 0; item < items.size(); item++) {
            words(items.get(item), Block.Style.ITEM, (item + 1) + ".");
        }
        return this;
    }

    /** In the middle between the margins, in so many points: for what is read from afar. */
    public PdfDocument centred(String text, float points, boolean bold) {
        Face face = bold ? Face.BOLD : Face.REGULAR;
        return words(text, new Block.Style(face, points, 0, points / 3, 0, 0, Block.Stand.CENTRED), "");
    }

    /** The first column stands where the language begins. Headers that are all empty are not drawn. */
    public PdfDocument table(List<String> headers, List<List<String>> rows) {
        return table(headers, rows, List.of());
    }

    /** @param widths shares of the columns, one each; empty lets their content decide */
    public PdfDocument table(List<String> headers, List<List<String>> rows, List<Integer> widths) {
        int left = Math.max(0, rows.size() - settings.mostRows());
        List<List<String>> kept = rows.subList(0, rows.size() - left).stream()
                .map(row -> row.stream().map(this::allowed).toList())
                .toList();
        blocks.add(new Block.Table(headers.stream().map(this::allowed).toList(), kept, widths));
        if (left > 0) {
            blocks.add(new Block.Words(say("print.rows-left-out", left), Block.Style.QUIET.strong(), ""));
        }
        return this;
    }

    /**
     * A picture of ours, between the margins.
     *
     * @param spoken what it shows, for whoever cannot see it
     * @param millimetres how wide; the height follows
     */
    public PdfDocument image(byte[] png, String spoken, int millimetres) {
        Raster image = Raster.png(png, spoken, settings.largestImage().toBytes());
        blocks.add(new Block.Picture(image, millimetres * MILLIMETRE));
        return this;
    }

    /** Room between two blocks, in points. */
    public PdfDocument room(float points) {
        blocks.add(new Block.Room(points));
        return this;
    }

    public PdfDocument newPage() {
        blocks.add(new Block.NewPage());
        return this;
    }

    /** The finished file. */
    public byte[] bytes() {
        boolean band = margin != null && margin.demonstration();
        PageLayout layout = new PageLayout(
                typesetter, sheet, rightToLeft(), band ? BAND : 0, margin == null ? 0 : FOOT, settings.mostPages());
        if (margin != null) {
            layout.add(new Block.Words(title, Block.Style.TITLE, ""));
        }
        for (Block block : blocks) {
            if (!layout.cut()) {
                layout.add(block);
            }
        }
        List<List<Ink>> pages = layout.pages();
        for (int page = 0; page < pages.size(); page++) {
            surround(pages.get(page), page + 1, pages.size(), layout.cut());
        }
        return new PageWriter(typeface, sheet, language, title, mark()).written(pages);
    }

    private void surround(List<Ink> page, int number, int of, boolean cut) {
        if (margin == null) {
            return;
        }
        float wide = sheet.width() - 2 * sheet.margin();
        if (margin.demonstration()) {
            SetLine band = line(say("print.demonstration"), Face.BOLD, SMALL + 2);
            page.add(new Ink.Box(sheet.margin(), sheet.margin() - 6, wide, BAND - 4, 0.88f));
            page.add(new Ink.Line(band, (sheet.width() - band.width()) / 2, sheet.margin() + 7, 0));
        }
        float base = sheet.height() - sheet.margin();
        page.add(new Ink.Box(sheet.margin(), base - 14, wide, 0.5f, 0.5f));
        atTheStart(page, line(say("print.for", margin.reader(), margin.when()), Face.REGULAR, SMALL), base);
        SetLine count = line(say("print.page", number, of), Face.REGULAR, SMALL);
        page.add(new Ink.Line(
                count, rightToLeft() ? sheet.margin() : sheet.margin() + wide - count.width(), base, 0.25f));
        if (number == of && (cut || shortened)) {
            atTheStart(page, line(say("print.shortened"), Face.BOLD, SMALL), base + SMALL * 1.6f);
        }
    }

    private void atTheStart(List<Ink> page, SetLine line, float base) {
        float left = rightToLeft() ? sheet.width() - sheet.margin() - line.width() : sheet.margin();
        page.add(new Ink.Line(line, left, base, 0.25f));
    }

    private @Nullable SetLine mark() {
        return margin == null ? null : line(margin.reader() + "   " + margin.when(), Face.BOLD, 22);
    }

    private SetLine line(String text, Face face, float size) {
        return typesetter.lines(text, face, size, Float.MAX_VALUE).getFirst();
    }

    private PdfDocument words(String text, Block.Style style, String sign) {
        blocks.add(new Block.Words(allowed(text), style, sign));
        return this;
    }

    /** As much of a text as the limits allow. */
    private String allowed(String text) {
        long most = Math.min(settings.longestText(), Math.max(0, settings.mostText() - letters));
        letters += Math.min(text.length(), most);
        if (text.length() <= most) {
            return text;
        }
        shortened = true;
        return text.substring(0, (int) most) + " … [" + say("print.cut", text.length() - most) + "]";
    }

    private String say(String key, Object... words) {
        Object[] plain = new Object[words.length];
        for (int word = 0; word < words.length; word++) {
            // Figures in Western digits, without grouping, as everywhere on the console.
            plain[word] = String.valueOf(words[word]);
        }
        return messages.getMessage(key, plain, locale());
    }

    private Locale locale() {
        return language.locale();
    }

    private boolean rightToLeft() {
        return language.direction().equals("rtl");
    }
}
