package org.wasl.admin.meeting;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.print.PdfDocument;
import org.wasl.admin.print.Press;
import org.wasl.admin.web.ConsoleLanguage;

/**
 * Minutes on paper: what their reader may see of them, and no more, with the hash they were frozen under. Nothing a person
 * who reported said is in them.
 */
final class MinutesPaper {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(Scope.ZONE);
    private static final List<Integer> AGENDA = List.of(18, 22, 26, 20, 14);
    private static final List<Integer> ATTENDANCE = List.of(50, 25, 25);

    private final Press press;
    private final MessageSource messages;

    MinutesPaper(Press press, MessageSource messages) {
        this.press = press;
        this.messages = messages;
    }

    /** The finished file of a meeting that is over. */
    byte[] pdf(ConsoleLanguage language, StaffId reader, MeetingView view) {
        return new Writing(language, view)
                .on(press.begin(
                        language, say(language, "meeting.title") + " · " + say(language, "meeting.minutes"), reader));
    }

    private String say(ConsoleLanguage language, String key, Object... words) {
        return messages.getMessage(key, words, language.locale());
    }

    /** One document in the making. */
    private final class Writing {
        private final ConsoleLanguage language;
        private final MeetingView view;
        private final Meeting meeting;

        private Writing(ConsoleLanguage language, MeetingView view) {
            this.language = language;
            this.view = view;
            this.meeting = view.meeting();
        }

        private byte[] on(PdfDocument paper) {
            Meeting.Minutes minutes = meeting.minutes();
            if (minutes == null) {
                throw new IllegalStateException("minutes: none (expected: of a meeting that is over)");
            }
            paper.table(List.of("", ""), facts(minutes), List.of(30, 70));
            if (!view.whole()) {
                paper.strong(say("meeting.broken"));
            }
            paper.heading(say("meeting.attendance"));
            paper.table(
                    List.of(say("meeting.name"), say("meeting.came"), say("meeting.went")), attendance(), ATTENDANCE);
            agenda(paper);
            corrections(paper);
            paper.heading(say("meeting.hash")).paragraph(grouped(minutes.hash()));
            return paper.quiet(say("meeting.audit-head") + ": " + minutes.auditHead())
                    .bytes();
        }

        private List<List<String>> facts(Meeting.Minutes minutes) {
            return List.of(
                    List.of(
                            say("meeting.part"),
                            meeting.governorate() == null
                                    ? say("meeting.everywhere")
                                    : say("governorate." + meeting.governorate())),
                    List.of(say("meeting.came"), at(meeting.began())),
                    List.of(say("meeting.went"), at(minutes.at())),
                    List.of(say("meeting.chair"), meeting.chair().name()));
        }

        private List<List<String>> attendance() {
            return meeting.attendance().stream()
                    .map(one -> List.of(one.name(), at(one.came()), at(one.left())))
                    .toList();
        }

        private void agenda(PdfDocument paper) {
            paper.heading(say("meeting.agenda"));
            if (view.rows().isEmpty()) {
                paper.paragraph(say("meeting.empty"));
            } else {
                paper.table(
                        List.of(
                                say("meeting.case"),
                                say("meeting.why"),
                                say("meeting.decision"),
                                say("meeting.who"),
                                say("meeting.due")),
                        view.rows().stream().map(this::row).toList(),
                        AGENDA);
            }
            counted(paper, "meeting.elsewhere", view.elsewhere());
            counted(paper, "meeting.erased", meeting.gone().size());
            counted(paper, "meeting.left-out", meeting.leftOut());
            counted(paper, "meeting.given", given());
            counted(paper, "meeting.batch", meeting.batch().size());
        }

        private List<String> row(MeetingView.Row row) {
            Item item = row.item();
            Decision decision = item.decision();
            String grounds = item.grounds().stream()
                    .map(ground -> say("ground." + ground))
                    .collect(Collectors.joining("\n"));
            List<String> cells = new ArrayList<>();
            cells.add(item.number() + "\n" + say("level." + item.level()));
            cells.add(item.apart() ? grounds + "\n(" + say("meeting.apart") + ")" : grounds);
            if (decision == null) {
                cells.addAll(List.of(say("meeting.carried"), "", ""));
                return cells;
            }
            String kind = say("decision." + decision.kind());
            cells.add(decision.note().isEmpty() ? kind : kind + "\n" + decision.note());
            cells.add(row.decidedOwner() == null ? owner(row) : row.decidedOwner());
            cells.add(at(decision.due()).replace(' ', '\n'));
            return cells;
        }

        /** A decision that names nobody leaves the case with whom it was. */
        private String owner(MeetingView.Row row) {
            return row.ownerName() == null ? "" : row.ownerName();
        }

        private void corrections(PdfDocument paper) {
            if (meeting.corrections().isEmpty()) {
                return;
            }
            paper.heading(say("meeting.corrections"));
            for (Meeting.Correction one : meeting.corrections()) {
                paper.quote(one.text()).quiet(one.name() + " · " + at(one.at()) + " · " + grouped(one.hash()));
            }
        }

        private int given() {
            return meeting.happened().stream()
                    .filter(one -> one.kind() == Meeting.Happened.Kind.BATCH_GIVEN && one.about() != null)
                    .mapToInt(one -> Integer.parseInt(java.util.Objects.requireNonNull(one.about())))
                    .sum();
        }

        private void counted(PdfDocument paper, String key, int many) {
            if (many > 0) {
                paper.quiet(say(key, Integer.toString(many)));
            }
        }

        private String at(@Nullable Instant time) {
            return time == null ? "" : WHEN.format(time);
        }

        private String say(String key, Object... words) {
            return MinutesPaper.this.say(language, key, words);
        }
    }

    /** In fours, so that two people can compare it by reading aloud. */
    private static String grouped(String hash) {
        return hash.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
