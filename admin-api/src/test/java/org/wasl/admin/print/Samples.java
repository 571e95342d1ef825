package org.wasl.admin.print;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.web.ConsoleLanguage;

/** A document with everything in it that a document can have, in each language. Plainly made up. */
final class Samples {
    private Samples() {}

    static byte[] everything(Press press, ConsoleLanguage language, StaffId reader) {
        return switch (language) {
            case ARABIC ->
                written(
                        press.begin(language, "محضر اجتماع المراجعة 2026-11-23", reader),
                        "ما تقرر",
                        "القضية 26-004711 (L2) عند فريق ذي قار منذ 2026-11-22 الساعة 14:05، والموعد التالي خلال 24 ساعة (48 h). "
                                + "الرقم 0750 200 8179، والحساب @demo_account على Telegram، والنسبة 12.5%.",
                        List.of("المتابعة بعد 48 ساعة", "زيارة بموافقة الشخص", "لا اتصال بالعائلة قبل الموافقة"),
                        List.of("القضية", "القرار", "المسؤول", "الموعد"),
                        List.of(
                                "26-004711",
                                "تُسند كما اقتُرح، وتبقى عند مستواها لأن الخطر لم يُنفَ بعد",
                                "زينب (عرض)",
                                "2026-11-24 10:00"));
            case SORANI ->
                written(
                        press.begin(language, "کۆنووسی کۆبوونەوەی پێداچوونەوە 2026-11-23", reader),
                        "ئەوەی بڕیاری لێ درا",
                        "دۆسیەی 26-004711 (L2) لە 2026-11-22 کاتژمێر 14:05 لەلای تیمی سلێمانییە، دوای 24 کاتژمێر (48 h) سەیر دەکرێتەوە. "
                                + "ژمارەی 0750 200 8179، هەژماری @demo_account لە Telegram، ڕێژەی 12.5%. وەڵام، گوڵ، ڕێگا، ڤیان، هێڵ، ژوورەوە، نەخوێندەوارییەکانیانەوە.",
                        List.of(
                                "بەدواداچوون دوای 48 کاتژمێر",
                                "سەردان بە ڕەزامەندیی کەسەکە",
                                "پێش ڕەزامەندی پەیوەندی بە خێزانەوە ناکرێت"),
                        List.of("دۆسیە", "بڕیار", "بەرپرس", "کات"),
                        List.of(
                                "26-004711",
                                "وەک پێشنیار کراوە دەدرێت و ئاستەکەی وەک خۆی دەمێنێتەوە",
                                "ڤیان (نیشاندان)",
                                "2026-11-24 10:00"));
            case BADINI ->
                written(
                        press.begin(language, "کۆنڤیسا کۆمبوونا پێداچوونێ 2026-11-23", reader),
                        "ئەوا بڕیار ل سەر هاتیە دان",
                        "دۆسیا 26-004711 (L2) ژ 2026-11-22 دەمژمێر 14:05 ل دەڤ تیما دهوکێ یە، پشتی 24 دەمژمێران (48 h) دێ هێتە دیتن. "
                                + "ژمارا 0750 200 8179، هژمارا @demo_account ل Telegram، ڕێژا 12.5%. ئەڤ، ڤێ، ژێ، دگەل، هەڤال، پێنڤیسین.",
                        List.of(
                                "دووڤچوون پشتی 48 دەمژمێران",
                                "سەرەدان ب ڕازیبوونا کەسی",
                                "بەری ڕازیبوونێ پەیوەندی ب خێزانێ ناهێتە کرن"),
                        List.of("دۆسیە", "بڕیار", "بەرپرس", "دەم"),
                        List.of(
                                "26-004711",
                                "وەکی پێشنیارکری دێ هێتە دان و ئاستێ وێ وەکی خۆ دمینیت",
                                "ڤیان (نیشاندان)",
                                "2026-11-24 10:00"));
            case ENGLISH ->
                written(
                        press.begin(language, "Minutes of the review meeting 2026-11-23", reader),
                        "What was decided",
                        "Case 26-004711 (L2) with the team of Dhi Qar (ذي قار) since 2026-11-22 14:05, next within 24 h. "
                                + "Number 0750 200 8179, account @demo_account on Telegram, 12.5 %.",
                        List.of(
                                "Follow-up after 48 h",
                                "A visit, with consent",
                                "No contact with the family before it"),
                        List.of("Case", "Decision", "Owner", "Due"),
                        List.of(
                                "26-004711",
                                "Assigned as suggested; stays at its level, since danger is not ruled out",
                                "Zainab (demo)",
                                "2026-11-24 10:00"));
        };
    }

    private static byte[] written(
            PdfDocument document,
            String heading,
            String text,
            List<String> items,
            List<String> headers,
            List<String> row) {
        return document.paragraph(text)
                .heading(heading)
                .list(items)
                .numbered(items)
                .table(headers, List.of(row, row, row))
                .heading(heading)
                .quote("خلص، تعبت (من 2026-11-20)، كل يوم نفس الشي.")
                .quote("Enough. Since 2026-11-20, every day the same.")
                .quiet(text)
                .strong(items.getFirst())
                .image(chart(), heading, 60)
                .newPage()
                .centred(heading, 28, true)
                .table(headers, List.of(row), List.of(2, 6, 2, 2))
                .bytes();
    }

    private static byte[] chart() {
        BufferedImage image = new BufferedImage(120, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 120, 40);
        pen.setColor(Color.GRAY);
        pen.fillRect(10, 10, 20, 30);
        pen.fillRect(40, 20, 20, 20);
        pen.dispose();
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
