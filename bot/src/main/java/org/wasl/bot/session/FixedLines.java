package org.wasl.bot.session;

import java.util.List;
import java.util.Map;
import org.wasl.bot.conversation.Effect;

/** The one line the turn itself can say: when the dialogue could not work through what a person wrote. */
final class FixedLines {

    private static final Map<String, String> UNREAD = Map.of(
            "ar-IQ",
                    "ما قدرت أكمل رسالتك هنا، لكنها وصلت إلى فريق الشرطة المجتمعية. إذا كنت بخطر هسه اتصل بـ 911. تقدر تكمل الكتابة.",
            "ckb",
                    "نەمتوانی نامەکەت لێرە تەواو بکەم، بەڵام گەیشتە تیمی پۆلیسی کۆمەڵگەیی. ئەگەر ئێستا لە مەترسیدایت پەیوەندی بە 911 بکە. دەتوانیت بەردەوام بیت لە نووسین.",
            "kmr-Arab",
                    "من نەشیا پەیاما تە لڤێرێ تمام بکەم، بەلێ گەهشتە تیما پۆلیسێ جڤاکی. ئەگەر نوکە تو د مەترسیێ دای پەیوەندیێ ب 911 بکە. تو دشێی بەردەوام بی ل نڤیسینێ.",
            "kmr-Latn",
                    "Min neşiya peyama te li vir temam bikim, lê gihîşt tîma polîsê civakî. Eger niha tu di metirsiyê de yî, telefonî 911 bike. Tu dikarî nivîsînê bidomînî.",
            "en",
                    "I could not finish working on your message here, but it has reached the community police team. If you are in danger now, call 911. You can go on writing.");

    private FixedLines() {}

    /** In the locale last used; in the three languages of the country when none is known yet. */
    static Effect.Send unread(String locale) {
        String known = UNREAD.get(locale);
        String text = known != null
                ? known
                : UNREAD.get("ar-IQ") + "\n\n" + UNREAD.get("ckb") + "\n\n" + UNREAD.get("kmr-Arab");
        return new Effect.Send(
                text,
                null,
                List.of(),
                Effect.Purpose.INFORMATION,
                false,
                false,
                known != null ? locale : "ar-IQ",
                null,
                null);
    }
}
