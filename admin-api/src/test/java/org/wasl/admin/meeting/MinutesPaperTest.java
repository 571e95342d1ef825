package org.wasl.admin.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.Staffing.HIWA;
import static org.wasl.admin.Staffing.LAYLA;
import static org.wasl.admin.Staffing.SALMA;
import static org.wasl.admin.casework.HotCases.number;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.print.PrintRig;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.triage.report.Level;

/** Minutes as they lie on the table: in every language, with their hash, and only what their reader may see. */
class MinutesPaperTest {
    private static final Instant BEGAN = Instant.parse("2026-11-23T06:00:00Z");
    private static final Instant ENDED = BEGAN.plus(Duration.ofMinutes(28));
    private static final Instant TOMORROW = Instant.parse("2026-11-24T07:00:00Z");
    private static final String HASH = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @EnumSource(ConsoleLanguage.class)
    void saysWhatWasDecidedUnderWhichHashAndForWhom(ConsoleLanguage language) throws Exception {
        byte[] pdf = paper().pdf(language, SALMA, view(true));
        String said = PrintRig.said(pdf).replace('\n', ' ');

        assertThat(said)
                .contains(words(language, "meeting.minutes"))
                .contains(number(0).value(), number(1).value())
                .contains(words(language, "decision.VISIT"), words(language, "ground.URGENT_NOBODYS"))
                .contains("2026-11-24 10:00")
                .contains("Hiwa (demonstration)")
                .contains("cdef 0123")
                .contains(SALMA.value().substring(0, 8))
                .doesNotContain(number(2).value())
                .doesNotContain(words(language, "meeting.broken"));
        if (System.getProperty("wasl.pages") != null) {
            PrintRig.draw(pdf, "minutes-" + language.code());
        }
    }

    @ParameterizedTest
    @EnumSource(ConsoleLanguage.class)
    void saysFirstThatMinutesWereChanged(ConsoleLanguage language) {
        assertThat(PrintRig.said(paper().pdf(language, SALMA, view(false))).replace('\n', ' '))
                .contains(words(language, "meeting.broken"));
    }

    private static MeetingView view(boolean whole) {
        Item urgent = item(0, Level.L1_IMMEDIATE, List.of(Ground.URGENT_NOBODYS, Ground.URGENT));
        Item calm = item(1, Level.L3_URGENT, List.of(Ground.CANNOT_REACH, Ground.CARRIED_OVER));
        Item others = item(2, Level.L2_EMERGENT, List.of(Ground.COMPLAINT));
        Item decided = urgent.decided(
                new Decision(Decision.Kind.VISIT, HIWA, TOMORROW, "بملابس مدنية، عند الساعة 10:00", SALMA, ENDED));
        Item put = calm.decided(new Decision(
                Decision.Kind.DEFERRED, null, null, "ئەوەی دەزانێت لێرە نییە؛ ڕۆژی 2026-11-24", SALMA, ENDED));
        Item open = item(3, Level.L3_URGENT, List.of(Ground.NOBODYS));
        Attendee chair = new Attendee(SALMA, "Salma (demonstration)", BEGAN, null);
        Attendee layla = new Attendee(LAYLA, "Layla (demonstration)", BEGAN, BEGAN.plusSeconds(600));
        Meeting meeting = new Meeting(
                Governorate.SU,
                chair,
                List.of(chair, layla),
                List.of(decided, put, others, open),
                List.of(number(3)),
                0,
                List.of(new Meeting.Happened(Meeting.Happened.Kind.BATCH_GIVEN, ENDED, SALMA, "7")),
                new Meeting.Minutes(SALMA, "Salma (demonstration)", ENDED, "desk-1/1:7:" + HASH, HASH),
                List.of(new Meeting.Correction(
                        SALMA, "Salma (demonstration)", ENDED, "Layla was there until 09:20", HASH)),
                List.of(new Meeting.Gone(4, number(3), HASH)));
        return new MeetingView(
                "20261123-su-1",
                4,
                LocalDate.of(2026, 11, 23),
                meeting,
                List.of(row(decided, "Hiwa (demonstration)"), row(put, null), row(open, null)),
                0,
                List.of(),
                1,
                whole);
    }

    private static Item item(int which, Level level, List<Ground> grounds) {
        return new Item(number(which), level, false, "IQ-SU", grounds, null, null, "salt");
    }

    private static MeetingView.Row row(Item item, @Nullable String decidedOwner) {
        return new MeetingView.Row(item, null, null, decidedOwner);
    }

    private static MinutesPaper paper() {
        return new MinutesPaper(PrintRig.press(Clock.fixed(ENDED, ZoneOffset.UTC)), messages());
    }

    private static String words(ConsoleLanguage language, String key) {
        return messages().getMessage(key, null, language.locale());
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("console/messages/meeting", "console/messages/codes");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
