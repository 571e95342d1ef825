package org.wasl.admin.partner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;
import org.wasl.admin.casework.Card;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseReport;
import org.wasl.admin.casework.Coding;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.referral.Bundle;
import org.wasl.admin.referral.Bundle.Field;
import org.wasl.admin.referral.Referral;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Truth;
import org.wasl.triage.seal.Bytes;

/**
 * What a partner gets to read: what is asked of them, and the ticked fields, as a page any browser opens. It holds no
 * case number, no receipt, no channel and no name but one that was ticked and consented to; made from the case alone, so
 * that the same case gives the same page.
 */
final class Handover {
    /** What a partner has to know to keep the person safe. Nothing that could be held against them. */
    private static final Set<FactKey> DANGERS = EnumSet.of(
            FactKey.DANGER_NOW,
            FactKey.STRANGLED,
            FactKey.WEAPON_USED_OR_SHOWN,
            FactKey.WEAPON_THREAT,
            FactKey.THREAT_TO_KILL,
            FactKey.CONFINED,
            FactKey.ABUSER_READS_PHONE,
            FactKey.CHILDREN_IN_HOME,
            FactKey.HOMELESS_TONIGHT,
            FactKey.DISABILITY_OR_DEPENDENCY);

    /** A telephone or identity number, or an address, in what staff wrote. */
    private static final Pattern REACHES = Pattern.compile("(\\p{Nd}[\\p{Nd} .-]{5,}\\p{Nd})|\\S@\\S");

    private final MessageSource messages;

    Handover(MessageSource messages) {
        this.messages = messages;
    }

    /** Whether somebody could be reached or found by what stands in a text of staff. */
    static boolean reaches(String text) {
        return REACHES.matcher(text).find();
    }

    /** One thing that leaves: what it is called, and what is said. */
    public record Line(String label, List<String> values) {
        public Line {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return "Line[redacted]";
        }
    }

    /** What leaves, in the language it is written in. */
    List<Line> lines(Case held, Referral referral, Bundle bundle) {
        Locale locale = language(bundle).locale();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(say("handover.asked", locale), List.of(referral.asked())));
        for (Field field : Field.values()) {
            if (bundle.fields().contains(field)) {
                lines.add(new Line(say("handover.field." + field, locale), values(field, held, bundle, locale)));
            }
        }
        return lines;
    }

    /** The page. */
    Bytes page(List<Line> lines, Referral referral, Partner partner, Bundle bundle) {
        ConsoleLanguage language = language(bundle);
        Locale locale = language.locale();
        StringBuilder page = new StringBuilder(4096);
        page.append("<!DOCTYPE html>\n<html lang=\"").append(language.code()).append("\" dir=\"");
        page.append(language.direction()).append("\"><head><meta charset=\"utf-8\">");
        page.append("<meta name=\"viewport\" content=\"width=device-width\"><title>");
        page.append(escaped(say("handover.title", locale))).append("</title><style>");
        page.append("body{font:1.1rem/1.6 sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}");
        page.append("dt{font-weight:bold;margin-top:1rem}dd{margin:0;white-space:pre-wrap}");
        page.append(".mark{border:2px solid;padding:.5rem 1rem}</style></head><body>\n<h1>");
        page.append(escaped(say("handover.title", locale))).append("</h1>\n<p class=\"mark\">");
        page.append(escaped(say("handover.for", locale))).append(" <bdi>");
        page.append(escaped(partner.profile().name(language.code()))).append("</bdi> · <bdi dir=\"ltr\">");
        page.append(referral.id()).append(" / ").append(bundle.id()).append("</bdi> · ");
        page.append(escaped(say("handover.delete-by", locale))).append(" <bdi dir=\"ltr\">");
        page.append(bundle.expires().atZone(Scope.ZONE).toLocalDate()).append("</bdi></p>\n<p>");
        page.append(escaped(say("handover.rules", locale))).append("</p>\n<dl>\n");
        lines.forEach(line -> line(page, line));
        page.append("</dl>\n</body></html>\n");
        return Bytes.ofUtf8(page.toString());
    }

    private static ConsoleLanguage language(Bundle bundle) {
        return ConsoleLanguage.of(bundle.language()).orElse(ConsoleLanguage.ARABIC);
    }

    private List<String> values(Field field, Case held, Bundle bundle, Locale locale) {
        Card card = Card.of(held);
        return switch (field) {
            case URGENCY -> List.of(say("level." + held.effectiveLevel(), locale));
            case MATTER -> matters(held, locale);
            case PLACE ->
                said(
                        "governorate.",
                        Governorate.of(card.where()).map(Enum::name).orElse(null),
                        locale);
            case AGE_BAND -> card.ageBand() == null ? List.of() : List.of(card.ageBand());
            case LANGUAGE -> said("handover.language.", card.spoken(), locale);
            case WISHES -> wishes(card, locale);
            case DANGERS -> dangers(held, locale);
            case ACCUSED_ACCOUNTS ->
                held.reports().stream()
                        .flatMap(report -> report.evidence().handles().stream())
                        .map(handle -> handle.platform() + " " + handle.normalised())
                        .distinct()
                        .toList();
            case WORDS ->
                held.reports().stream()
                        .map(Handover::words)
                        .filter(words -> !words.isBlank())
                        .toList();
            case NAME -> bundle.name() == null ? List.of() : List.of(bundle.name());
            case CONTACT -> bundle.contact() == null ? List.of() : List.of(bundle.contact());
        };
    }

    private static String words(CaseReport report) {
        return report.shown(report.latest().story());
    }

    private List<String> matters(Case held, Locale locale) {
        Coding coding = held.coding();
        String matter = coding == null
                ? held.leading().assessment().category().name()
                : coding.primary().name();
        return List.of(say("category." + matter, locale));
    }

    private List<String> wishes(Card card, Locale locale) {
        List<String> wishes = new ArrayList<>(said("officer.", card.preferredOfficer(), locale));
        wishes.add(
                card.windows().isEmpty()
                        ? say("handover.no-window", locale)
                        : card.windows().stream()
                                .flatMap(window -> said("part.", window.toUpperCase(Locale.ROOT), locale).stream())
                                .collect(Collectors.joining(", ")));
        return wishes;
    }

    private List<String> dangers(Case held, Locale locale) {
        return held.reports().stream()
                .flatMap(report -> DANGERS.stream()
                        .filter(fact -> report.assessment().facts().truth(fact) == Truth.YES))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .map(fact -> say("fact." + fact.wire(), locale))
                .toList();
    }

    /** A code in words; the code where nobody has words for it; nothing where there is none. */
    private List<String> said(String prefix, @Nullable String code, Locale locale) {
        if (code == null) {
            return List.of();
        }
        String words = messages.getMessage(prefix + code, null, code, locale);
        return List.of(words == null ? code : words);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static void line(StringBuilder page, Line line) {
        page.append("<dt>").append(escaped(line.label())).append("</dt>");
        List<String> shown = line.values().isEmpty() ? List.of("-") : line.values();
        shown.forEach(
                value -> page.append("<dd dir=\"auto\">").append(escaped(value)).append("</dd>"));
        page.append('\n');
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
