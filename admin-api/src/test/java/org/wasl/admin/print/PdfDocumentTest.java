package org.wasl.admin.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.web.ConsoleLanguage;

class PdfDocumentTest {

    private static final StaffId READER = new StaffId("5f0c9a1e7b3d4c2a8e6f1b0d9c7a5e3f");

    private static Press press(PrintSettings settings, boolean demonstration) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T09:30:00Z"), ZoneOffset.UTC);
        return new Press(() -> Paper.TYPEFACE, Paper.messages(), settings, demonstration, clock);
    }

    private static PdfDocument document(ConsoleLanguage language) {
        return press(PrintSettings.DEFAULTS, true).begin(language, "Title", READER);
    }

    /** Left in the build's output, to be looked at. */
    @ParameterizedTest
    @EnumSource(ConsoleLanguage.class)
    void printsADocumentInEachLanguage(ConsoleLanguage language) throws Exception {
        byte[] pdf = Samples.everything(press(PrintSettings.DEFAULTS, true), language, READER);
        Path file = Files.createDirectories(Path.of("target", "print")).resolve(language.code() + ".pdf");
        Files.write(file, pdf);
        try (Paper paper = new Paper(pdf)) {
            assertThat(paper.pages()).isEqualTo(2);
            assertThat(paper.document().getDocumentCatalog().getLanguage()).isEqualTo(language.code());
            assertThat(paper.glyphs(1)).noneMatch(glyph -> glyph.code() == 0);
        }
    }

    @ParameterizedTest
    @EnumSource(ConsoleLanguage.class)
    void beginsATableAtTheSideItsLanguageBeginsAt(ConsoleLanguage language) throws Exception {
        byte[] pdf = document(language)
                .table(List.of("", ""), List.of(List.of("1", "2")))
                .bytes();
        try (Paper paper = new Paper(pdf)) {
            String inTheMiddle = paper.glyphs(1).stream()
                    .filter(glyph -> glyph.y() > 95 && glyph.y() < 140 && glyph.size() < 12)
                    .map(glyph -> glyph.code() == Paper.code('1') ? "1" : glyph.code() == Paper.code('2') ? "2" : "")
                    .reduce("", String::concat);
            assertThat(inTheMiddle).isEqualTo(language.direction().equals("rtl") ? "21" : "12");
        }
    }

    @Test
    void saysOnEachPageWhoHadItPrintedAndWhen() throws Exception {
        byte[] pdf = document(ConsoleLanguage.ENGLISH)
                .paragraph("one")
                .newPage()
                .paragraph("two")
                .bytes();
        try (Paper paper = new Paper(pdf)) {
            for (int page = 1; page <= 2; page++) {
                assertThat(said(paper, page))
                        .contains("Printed for 5f0c9a1e, 2026-11-23 12:30")
                        .contains("Page " + page + " of 2")
                        .contains("5f0c9a1e   2026-11-23 12:30")
                        .contains("Demonstration");
            }
        }
    }

    @Test
    void saysNothingOfADemonstrationWhenItIsNone() throws Exception {
        byte[] pdf = press(PrintSettings.DEFAULTS, false)
                .begin(ConsoleLanguage.ENGLISH, "Minutes", READER)
                .bytes();
        try (Paper paper = new Paper(pdf)) {
            assertThat(said(paper, 1)).contains("Minutes").doesNotContain("Demonstration");
        }
    }

    @Test
    void namesNobodyInItsMetadata() throws Exception {
        byte[] pdf = document(ConsoleLanguage.ARABIC).paragraph("نص").bytes();
        try (Paper paper = new Paper(pdf)) {
            var info = paper.document().getDocumentInformation();
            assertThat(info.getMetadataKeys()).containsOnly("Title", "Producer");
            assertThat(paper.title()).isEqualTo("Title");
        }
    }

    /** What goes into a hand tells nobody where it comes from. */
    @Test
    void putsNothingOnABareSheet() throws Exception {
        byte[] pdf = press(PrintSettings.DEFAULTS, true)
                .bare(ConsoleLanguage.SORANI, Sheet.SLIP)
                .centred("1234", 20, true)
                .bytes();
        try (Paper paper = new Paper(pdf)) {
            assertThat(said(paper, 1)).isEqualTo("1234");
            assertThat(paper.glyphs(1)).hasSize(4);
            assertThat(paper.document().getDocumentInformation().getMetadataKeys())
                    .containsOnly("Producer");
            assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain("Wasl");
        }
    }

    /** Copying from the page and reading it aloud do not depend on the order of the glyphs. */
    @Test
    void carriesEachLineAsItIsSpoken() throws Exception {
        byte[] pdf = document(ConsoleLanguage.SORANI)
                .paragraph("لە 2026-11-23 بە ژمارە 26-004711 نووسرا")
                .bytes();
        try (Paper paper = new Paper(pdf)) {
            assertThat(said(paper, 1)).contains("لە 2026-11-23 بە ژمارە 26-004711 نووسرا");
        }
    }

    @Test
    void drawsNothingOfHiddenDirectionsAndHalvesOfSigns() throws Exception {
        String hostile = "\u202Eabc\u202C \u2066x\u2069\u200F \uD83D z\u0000\u0007 \uDC00" + "a" + "\u0301".repeat(500);
        byte[] pdf = document(ConsoleLanguage.ENGLISH).paragraph(hostile).bytes();
        try (Paper paper = new Paper(pdf)) {
            assertThat(paper.seen(1, "abcxz")).contains("abcxza");
            assertThat(said(paper, 1)).contains("abc x \uFFFD z \uFFFDa\u0301\u0301\u0301");
        }
    }

    @Test
    void breaksAWordThatIsLongerThanALine() throws Exception {
        byte[] pdf = document(ConsoleLanguage.SORANI)
                .paragraph("نەخوێندەوارییەکانیانەوە".repeat(40))
                .bytes();
        try (Paper paper = new Paper(pdf)) {
            assertThat(paper.glyphs(1)).allMatch(glyph -> glyph.x() >= Sheet.A4.margin() - 1 || glyph.size() > 20);
            assertThat(paper.glyphs(1)).allMatch(glyph -> glyph.x() <= Sheet.A4.width() - Sheet.A4.margin() + 1);
        }
    }

    @Test
    void cutsWhatIsLongerThanALimitAndSaysSo() throws Exception {
        byte[] pdf = document(ConsoleLanguage.ENGLISH)
                .paragraph("ab ".repeat(33_334))
                .table(List.of("#"), Collections.nCopies(2_003, List.of("row")))
                .bytes();
        try (Paper paper = new Paper(pdf)) {
            String all = IntStream.rangeClosed(1, paper.pages())
                    .mapToObj(page -> said(paper, page))
                    .reduce("", String::concat);
            assertThat(all)
                    .contains("80002 more characters are not printed")
                    .contains("3 more rows are not printed")
                    .contains("This document was shortened");
        }
    }

    @Test
    void stopsAtTheLimitOfPagesAndSaysSo() throws Exception {
        PrintSettings three = new PrintSettings(20_000, 1_000_000, 2_000, 3, DataSize.ofMegabytes(1));
        PdfDocument document = press(three, false).begin(ConsoleLanguage.ENGLISH, "Title", READER);
        for (int page = 0; page < 50; page++) {
            document.paragraph("page").newPage();
        }
        try (Paper paper = new Paper(document.bytes())) {
            assertThat(paper.pages()).isEqualTo(3);
            assertThat(said(paper, 3)).contains("This document was shortened");
            assertThat(said(paper, 2)).doesNotContain("This document was shortened");
        }
    }

    @Test
    void repeatsTheHeadersOfATableOnEachPage() throws Exception {
        byte[] pdf = document(ConsoleLanguage.ENGLISH)
                .table(List.of("Header"), Collections.nCopies(90, List.of("row")))
                .bytes();
        try (Paper paper = new Paper(pdf)) {
            assertThat(paper.pages()).isGreaterThan(1);
            assertThat(said(paper, 2)).contains("Header").contains("row");
        }
    }

    @Test
    void cutsARowThatIsLongerThanAPageBetweenItsLines() throws Exception {
        byte[] pdf = document(ConsoleLanguage.ENGLISH)
                .table(List.of("A", "B"), List.of(List.of("x", "word ".repeat(3_000)), List.of("last", "row")))
                .bytes();
        try (Paper paper = new Paper(pdf)) {
            assertThat(paper.pages()).isGreaterThan(1);
            assertThat(said(paper, paper.pages())).contains("last");
        }
    }

    @Test
    void drawsAPictureAndSaysWhatItShows() throws Exception {
        byte[] pdf = document(ConsoleLanguage.ENGLISH)
                .image(blackPng(), "a black square", 50)
                .bytes();
        try (Paper paper = new Paper(pdf)) {
            BufferedImage page = paper.drawn(1, 72);
            assertThat(page.getRGB(297, 160) & 0xFFFFFF).isZero();
        }
    }

    @Test
    void refusesAPictureThatIsNoneOrTooLarge() {
        PdfDocument document = document(ConsoleLanguage.ENGLISH);
        assertThatThrownBy(() -> document.image(new byte[] {1, 2, 3}, "", 10)).hasMessageContaining("expected: a PNG");
        assertThatThrownBy(() -> document.image(new byte[2_000_000], "", 10)).hasMessageContaining("expected: <=");
    }

    @Test
    void refusesATableWhoseRowsDoNotFitItsHeaders() {
        PdfDocument document = document(ConsoleLanguage.ENGLISH);
        assertThatThrownBy(() -> document.table(List.of("a", "b"), List.of(List.of("1"))))
                .hasMessage("table: a row of other length (expected: 2 cells)");
    }

    @Test
    void answersWithAFileThatNoCacheKeeps() {
        var answer = PdfAnswer.of("minutes-2026-11-23", new byte[] {1});
        assertThat(answer.getHeaders().getFirst("Content-Disposition"))
                .isEqualTo("attachment; filename=\"minutes-2026-11-23.pdf\"");
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThatThrownBy(() -> PdfAnswer.of("../x", new byte[0])).hasMessageContaining("expected");
    }

    private static String said(Paper paper, int page) {
        return paper.said(page);
    }

    private static byte[] blackPng() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
