package org.wasl.admin.awareness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.wasl.admin.print.PrintRig;
import org.wasl.admin.print.Sheet;
import org.wasl.admin.web.ConsoleLanguage;

class PosterTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    private static final String CODE = "k7m2p9xq";

    private static Poster poster(String telegram, String web, LocalDate until) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("console/messages/awareness");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        AwarenessSettings settings = new AwarenessSettings(telegram, web, "119", until, 10, 10, 10, 5);
        return new Poster(PrintRig.press(CLOCK), messages, settings, CLOCK);
    }

    private static final Poster BOTH =
            poster("https://t.me/wasl_demo_bot", "https://wasl.example/", LocalDate.of(2026, 12, 31));

    /** Left in the build's output, to be looked at. */
    @ParameterizedTest
    @EnumSource(ConsoleLanguage.class)
    void leadsAPhoneToTheChatWithTheCodeAlone(ConsoleLanguage language) throws Exception {
        for (Sheet sheet : List.of(Sheet.A4, Sheet.A5)) {
            byte[] pdf = BOTH.pdf(CODE, language, sheet).orElseThrow();
            Files.write(
                    Files.createDirectories(Path.of("target", "print"))
                            .resolve("poster-" + language.code() + "-" + sheet + ".pdf"),
                    pdf);
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 100);
                assertThat(read(page)).isEqualTo("https://wasl.example/#" + CODE);
                assertThat(document.getDocumentInformation().getMetadataKeys()).containsOnly("Producer");
            }
            assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain("Wasl");
        }
    }

    @Test
    void leadsToTelegramWhereThereIsNoWebChat() {
        Poster poster = poster("https://t.me/wasl_demo_bot", "", LocalDate.of(2026, 12, 31));
        assertThat(poster.link(CODE)).contains("https://t.me/wasl_demo_bot?start=" + CODE);
    }

    @Test
    void printsNothingWhileNobodySaidWhereTheChatIs() {
        assertThat(poster("", "", LocalDate.of(2026, 12, 31)).pdf(CODE, ConsoleLanguage.ARABIC, Sheet.A4))
                .isEmpty();
    }

    @Test
    void leavesANumberOutThatNobodyCheckedSince() {
        AwarenessSettings settings = new AwarenessSettings("", "", "119", LocalDate.of(2026, 11, 23), 10, 10, 10, 5);
        assertThat(settings.hotlineOn(LocalDate.of(2026, 11, 23))).isEqualTo("119");
        assertThat(settings.hotlineOn(LocalDate.of(2026, 11, 24))).isEmpty();
        assertThat(AwarenessSettings.DEFAULTS.hotlineOn(LocalDate.of(2026, 11, 23)))
                .isEmpty();
    }

    private static String read(BufferedImage page) throws Exception {
        int[] points = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), points))))
                .getText();
    }
}
