package org.wasl.triage.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wasl.triage.intake.IntakeEntry.CampaignsCounted;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Left;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Said;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Tap;
import org.wasl.triage.seal.BytesReader;
import org.wasl.triage.seal.BytesWriter;
import org.wasl.triage.seal.MalformedBytes;

/** What is only counted, as bytes. In a fixed order, so that the same counts have the same digest. */
final class CountsCodec {

    private CountsCodec() {}

    static void write(BytesWriter out, CampaignsCounted counted) {
        out.text(counted.day().toString(), Limits.CODE)
                .text(counted.run(), Limits.CODE)
                .list(
                        counted.begun().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .toList(),
                        Limits.CAMPAIGNS,
                        (to, code) -> to.text(code.getKey(), Limits.CODE).number(code.getValue()));
    }

    static CampaignsCounted campaigns(BytesReader in) {
        LocalDate day = dated("campaigns", in.text(Limits.CODE), LocalDate::parse);
        String run = run("campaigns", in);
        return new CampaignsCounted(
                day,
                run,
                once(
                        "campaigns",
                        in.list(
                                Limits.CAMPAIGNS,
                                from -> Map.entry(from.text(Limits.CODE), from.number(0, Integer.MAX_VALUE)))));
    }

    static void write(BytesWriter out, ConversationsCounted counted) {
        out.text(counted.month().toString(), Limits.CODE)
                .text(counted.run(), Limits.CODE)
                .list(sorted(counted.left(), CountsCodec::name), Limits.COUNTS, (to, one) -> {
                    Codes.write(to, one.getKey().stage());
                    to.text(one.getKey().locale(), Limits.CODE)
                            .text(one.getKey().channel(), Limits.CODE)
                            .number(one.getValue());
                })
                .list(sorted(counted.said(), CountsCodec::name), Limits.COUNTS, (to, one) -> {
                    Codes.write(to, one.getKey().helped());
                    Codes.write(to, one.getKey().safe());
                    to.text(one.getKey().locale(), Limits.CODE).number(one.getValue());
                });
    }

    static ConversationsCounted conversations(BytesReader in) {
        YearMonth month = dated("conversations", in.text(Limits.CODE), YearMonth::parse);
        String run = run("conversations", in);
        return new ConversationsCounted(
                month,
                run,
                once("conversations", in.list(Limits.COUNTS, from -> {
                    Left left = new Left(Codes.read(from, Stage.class), from.text(Limits.CODE), from.text(Limits.CODE));
                    return Map.entry(left, from.number(0, Integer.MAX_VALUE));
                })),
                once("conversations", in.list(Limits.COUNTS, from -> {
                    Said said =
                            new Said(Codes.read(from, Tap.class), Codes.read(from, Tap.class), from.text(Limits.CODE));
                    return Map.entry(said, from.number(0, Integer.MAX_VALUE));
                })));
    }

    private static <K> List<Map.Entry<K, Integer>> sorted(Map<K, Integer> counts, Function<K, String> by) {
        return counts.entrySet().stream()
                .sorted(Comparator.comparing(one -> by.apply(one.getKey())))
                .toList();
    }

    private static String name(Left left) {
        return String.join("|", left.stage().name(), left.locale(), left.channel());
    }

    private static String name(Said said) {
        return String.join("|", said.helped().name(), said.safe().name(), said.locale());
    }

    private static String run(String what, BytesReader in) {
        String run = in.text(Limits.CODE);
        if (!run.matches("[0-9a-f]{16}")) {
            throw new MalformedBytes(what);
        }
        return run;
    }

    private static <T> T dated(String what, String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (DateTimeParseException nonsense) {
            throw new MalformedBytes(what);
        }
    }

    /** The same thing counted twice is nothing a bot writes. */
    private static <K> Map<K, Integer> once(String what, List<Map.Entry<K, Integer>> counts) {
        if (counts.stream().map(Map.Entry::getKey).distinct().count() < counts.size()) {
            throw new MalformedBytes(what);
        }
        return counts.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
