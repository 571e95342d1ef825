package org.wasl.admin.print;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.web.ConsoleLanguage;

/** Begins documents. Thread-safe; what it begins is not. */
public final class Press {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Baghdad"));

    /** As on the pages of a case. */
    private static final int ID_SHOWN = 8;

    private final Supplier<Typeface> typeface;
    private final MessageSource messages;
    private final PrintSettings settings;
    private final boolean demonstration;
    private final Clock clock;

    Press(
            Supplier<Typeface> typeface,
            MessageSource messages,
            PrintSettings settings,
            boolean demonstration,
            Clock clock) {
        this.typeface = typeface;
        this.messages = messages;
        this.settings = settings;
        this.demonstration = demonstration;
        this.clock = clock;
    }

    /**
     * A document of the desk on A4: its title on top, on each page the reader's id and the time, the number of the page,
     * and in a demonstration that it is one. Whoever begins it writes the reading into the audit chain.
     */
    public PdfDocument begin(ConsoleLanguage language, String title, StaffId reader) {
        var margin = new PdfDocument.Margin(
                reader.value().substring(0, ID_SHOWN), WHEN.format(clock.instant()), demonstration);
        return new PdfDocument(typeface.get(), messages, settings, language, Sheet.A4, title, margin);
    }

    /**
     * A sheet with nothing on it but what is put there: no title, no reader, no page number, no name in its metadata. For
     * what leaves the desk into somebody's hand or onto a wall.
     */
    public PdfDocument bare(ConsoleLanguage language, Sheet sheet) {
        return new PdfDocument(typeface.get(), messages, settings, language, sheet, "", null);
    }
}
