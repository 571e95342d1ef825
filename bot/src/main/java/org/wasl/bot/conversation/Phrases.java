package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.bot.channel.InboundContent.UnsupportedKind;
import org.wasl.bot.conversation.Conversation.Panel;

/** Strings the engine itself says, beside those its flows, directories and guidance name. */
final class Phrases {

    private static final List<String> TEXTS = List.of(
            "demonstration",
            "numbers.both",
            "summary.unknown",
            "summary.nothing",
            "kept",
            "searcher.text",
            "searcher-heard",
            "again",
            "back.none",
            "change.none",
            "filed.danger",
            "taken-back",
            "taken-back.none",
            "human.text",
            "human.unsent",
            "review.text",
            "struck",
            "struck.none",
            "receipt.shown",
            "receipt.good",
            "receipt.differs",
            "receipt.mistyped",
            "receipt.unknown",
            "receipt.later",
            "receipt.gone",
            "receipt.unready",
            "returning.nothing",
            "returning.waiting",
            "reply.text",
            "pin.again",
            "pin.differs",
            "pin.refused",
            "pin.good",
            "word.refused",
            "word.good",
            "role.team",
            "role.officer",
            "role.operator",
            "role.supervisor",
            "taken-over",
            "handed-back",
            "media.kept",
            "media.lost",
            "media.many",
            "media.unsent",
            "media.voice.sent",
            "media.voice.lost",
            "media.withheld",
            "place.unused",
            "pause.text",
            "clear.by-hand",
            "look.nothing",
            "erase.done",
            "unread",
            "not-received");

    private static final List<String> LABELS = List.of(
            "choose.done",
            "place.more",
            "receipt.yes",
            "receipt.no",
            "receipt.have",
            "returning.none",
            "panel.on",
            "panel.strike-open",
            "panel.danger",
            "panel.erase-yes",
            "panel.erase-no",
            "panel.take-back-yes",
            "panel.take-back-no",
            "look.new",
            "place.with-point",
            "place.elsewhere",
            "panel.clear",
            "panel.open",
            "language.ar",
            "language.ckb",
            "language.kmr",
            "language.en");

    /** How many harmless pages there are; one is shown at EXIT, by chance. */
    static final int DECOYS = 6;

    private Phrases() {}

    static List<String> texts() {
        List<String> texts = new ArrayList<>(TEXTS);
        for (int decoy = 1; decoy <= DECOYS; decoy++) {
            texts.add("decoy." + decoy);
        }
        for (int word = 1; word <= SafeWord.COUNT; word++) {
            texts.add(SafeWord.key(word));
        }
        for (Panel panel : Panel.values()) {
            if (panel != Panel.DECOY) {
                texts.add(over(panel));
            }
        }
        for (MediaKind kind : MediaKind.values()) {
            texts.add("media." + Speech.lower(kind));
            texts.add("media.line." + Speech.lower(kind));
        }
        for (UnsupportedKind kind : UnsupportedKind.values()) {
            texts.add("unsupported." + Speech.lower(kind));
        }
        return texts;
    }

    /** What a panel says; erasing says the same wherever it is offered. */
    static String over(Panel panel) {
        return panel == Panel.ERASE ? "erase-what.text" : "panel." + Speech.lower(panel);
    }

    static List<String> labels() {
        List<String> labels = new ArrayList<>(LABELS);
        for (Move move : Move.values()) {
            labels.add(move.label());
        }
        return labels;
    }
}
