package org.wasl.bot.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.conversation.Conversation.Panel;
import org.wasl.bot.conversation.Effect.Purpose;
import org.wasl.triage.mailbox.Reply;
import org.wasl.triage.report.FactKey;

/** Puts into words: fills strings, picks the form a promise of a person may take now, fits choices to the channel. */
final class Speech {

    /** End of the key of what is said in safe mode instead. */
    static final String SHORT = ".short";

    /** End of the key of what is said where the platform cannot take messages away. */
    static final String BY_HAND = ".by-hand";

    /** End of the key of what follows a piece of guidance as a message of its own; in safe mode it is left out. */
    static final String MORE = ".more";

    /** A choice under the open question or panel, before it has a token. */
    record Shown(String option, String label) {
        @Override
        public String toString() {
            return "Shown[" + option + ", redacted]";
        }
    }

    private Speech() {}

    static void say(Talk talk, String key) {
        say(talk, key, Map.of(), List.of(), Purpose.INFORMATION);
    }

    static void say(Talk talk, String key, Map<String, Object> more, List<Shown> choices, Purpose purpose) {
        if (talk.words().has(key) && talk.words().entry(key).pattern().contains(SafeWord.PLACEHOLDER)) {
            safeWord(talk, key);
            return;
        }
        say(talk, "", key, more, choices, purpose);
    }

    private static void say(
            Talk talk, String before, String key, Map<String, Object> more, List<Shown> choices, Purpose purpose) {
        boolean footer = remindsOfDemonstration(talk, key);
        String now = before + text(talk, form(talk, key), more);
        String nobody = talk.words().promises(key) ? before + text(talk, key + ".nobody", more) : null;
        send(talk, now, nobody == null || nobody.equals(now) ? null : nobody, choices, purpose, footer);
    }

    /** Asks the open question again, or the panel that lies over it. */
    static void ask(Talk talk) {
        Panel panel = talk.panel;
        if (panel == null) {
            talk.flags.remove(Flag.MOVED);
        }
        String key = panel == null ? question(talk) : Phrases.over(panel);
        String told = panel == null ? Told.before(talk, talk.step) : "";
        say(talk, told, key, Map.of(), shown(talk), Purpose.QUESTION);
    }

    /** Told once, and only where the platform can take the message away again. */
    private static void safeWord(Talk talk, String key) {
        if (talk.safeWord != null || talk.context.capabilities().canDelete().isZero()) {
            return;
        }
        Map<String, Object> word = Map.of("duress", Catalogue.quoted(SafeWord.word(talk)));
        Duration gone = talk.material.settings().receiptVisible();
        talk.effects.add(new Effect.Send(
                text(talk, key, word), null, List.of(), Purpose.INFORMATION, true, true, tag(talk), null, gone));
    }

    private static String question(Talk talk) {
        return ((Step.Asking) talk.flow.step(talk.step)).text();
    }

    static void reply(Talk talk, Reply reply) {
        talk.flags.add(Flag.ANSWERED);
        Map<String, Object> more = new HashMap<>();
        more.put("role", role(talk, reply.role()));
        more.put("words", Catalogue.quoted(reply.text()));
        String text = text(talk, "reply.text", more);
        if (reply.codeWord() != null) {
            text = Catalogue.quoted(reply.codeWord()) + "\n" + text;
        }
        talk.effects.add(
                new Effect.Send(text, null, List.of(), Purpose.REPLY, false, false, tag(talk), reply.replyId(), null));
    }

    private static String role(Talk talk, String role) {
        String key = "role." + role.toLowerCase(java.util.Locale.ROOT);
        return talk.words().say(talk.words().has(key) ? key : "role.team");
    }

    /** Shows the receipt, and takes it away again where the platform can. */
    static void receipt(Talk talk, String digits) {
        Map<String, Object> more = Map.of("number", Catalogue.isolated(ReceiptNumber.grouped(digits)));
        Duration gone = talk.material.settings().receiptVisible();
        List<Shown> choices = shown(talk);
        String text = numbered(talk, withFooter(talk, text(talk, "receipt.shown", more)), choices);
        talk.effects.add(new Effect.Send(
                text, null, buttons(talk, choices), Purpose.RECEIPT, false, true, tag(talk), null, gone));
    }

    /** What is shown at EXIT and what confirms an erasure: nothing in it may tell what this chat is. */
    static void decoy(Talk talk, String key, List<Shown> choices) {
        talk.effects.add(new Effect.Send(
                numbered(talk, text(talk, key, Map.of()), choices),
                null,
                buttons(talk, choices),
                Purpose.DECOY,
                false,
                false,
                tag(talk),
                null,
                null));
    }

    /** A line that tells nothing, without a sound; the content waits for a tap. */
    static void opener(Talk talk) {
        List<Shown> choices = shown(talk);
        talk.effects.add(new Effect.Send(
                numbered(talk, text(talk, "panel.opener", Map.of()), choices),
                null,
                buttons(talk, choices),
                Purpose.OPENER,
                true,
                false,
                tag(talk),
                null,
                null));
    }

    private static void send(
            Talk talk, String now, @Nullable String nobody, List<Shown> choices, Purpose purpose, boolean footer) {
        String text = numbered(talk, footer ? withFooter(talk, now) : now, choices);
        String other = nobody == null ? null : numbered(talk, footer ? withFooter(talk, nobody) : nobody, choices);
        List<Effect.Choice> buttons = buttons(talk, choices);
        talk.effects.add(new Effect.Send(text, other, buttons, purpose, false, false, tag(talk), null, null));
    }

    /**
     * Where a demonstration says so again beside what the page shows all the time: at the beginning, and wherever
     * something is promised or said to have arrived.
     */
    private static boolean remindsOfDemonstration(Talk talk, String key) {
        return talk.words().promises(key)
                || key.startsWith("filed")
                || key.equals(talk.flow.step(talk.flow.start()) instanceof Step.Asking first ? first.text() : "");
    }

    private static String withFooter(Talk talk, String text) {
        return talk.context.demonstration() ? text + "\n\n" + text(talk, "demonstration", Map.of()) : text;
    }

    private static boolean asButtons(Talk talk, List<Shown> choices) {
        int most = talk.context.capabilities().maxButtons();
        int longest = talk.context.capabilities().labelMax();
        return choices.size() <= most
                && choices.stream()
                        .allMatch(choice ->
                                choice.label().codePointCount(0, choice.label().length()) <= longest);
    }

    /** Where a channel cannot show the buttons they become a numbered list; the number is the answer. */
    private static String numbered(Talk talk, String text, List<Shown> choices) {
        if (choices.isEmpty() || asButtons(talk, choices)) {
            return text;
        }
        StringBuilder list = new StringBuilder(text).append('\n');
        for (int at = 0; at < choices.size(); at++) {
            list.append('\n')
                    .append(Catalogue.isolated((at + 1) + "."))
                    .append(' ')
                    .append(choices.get(at).label());
        }
        return list.toString();
    }

    private static List<Effect.Choice> buttons(Talk talk, List<Shown> choices) {
        return asButtons(talk, choices) ? tokens(talk, choices) : List.of();
    }

    private static List<Effect.Choice> tokens(Talk talk, List<Shown> choices) {
        return choices.stream()
                .map(choice -> new Effect.Choice(
                        new OptionToken(talk.session, talk.turn, choice.option()).wire(), choice.label()))
                .toList();
    }

    private static String tag(Talk talk) {
        return talk.words().locale();
    }

    /** Which form a text takes now: somebody is here, by a stated time, or nobody. */
    private static String form(Talk talk, String key) {
        if (!talk.words().promises(key)) {
            return key;
        }
        if (!talk.is(Flag.STAFFED)) {
            return key + ".nobody";
        }
        return key + (talk.level().urgent() ? ".here" : ".by");
    }

    /** The form for a channel that cannot take messages away, and the short one for a phone others may read. */
    private static String fitted(Talk talk, String key) {
        String fitted = key;
        if (talk.context.capabilities().canDelete().isZero() && talk.words().has(key + BY_HAND)) {
            fitted = key + BY_HAND;
        }
        return talk.is(Flag.SAFE_MODE) && talk.words().has(fitted + SHORT) ? fitted + SHORT : fitted;
    }

    /** The key of what stands there for a text now. */
    static String key(Talk talk, String plain) {
        return fitted(talk, form(talk, plain));
    }

    static String text(Talk talk, String plain, Map<String, Object> more) {
        String key = fitted(talk, plain);
        return talk.words().say(key, Filled.in(talk, talk.words().entry(key).pattern(), more));
    }

    /** What helps here, at most so many pieces. */
    static void advise(Talk talk, int most) {
        boolean inside = talk.is(Flag.SAFE_MODE)
                || talk.facts().holds(FactKey.ABUSER_READS_PHONE)
                || talk.facts().holds(FactKey.ABUSER_HAS_ACCESS);
        talk.material
                .guidance()
                .fitting(talk, most, inside, line -> Filled.line(talk, line))
                .forEach(advice -> {
                    String line = advice.line();
                    Map<String, Object> more = line == null ? Map.of() : Map.of("line", Catalogue.isolated(line));
                    say(talk, advice.text(), more, List.of(), Purpose.INFORMATION);
                    if (!talk.is(Flag.SAFE_MODE) && talk.words().has(advice.text() + MORE)) {
                        say(talk, advice.text() + MORE, more, List.of(), Purpose.INFORMATION);
                    }
                });
    }

    /** The choices that stand under what is open now, in order. */
    static List<Shown> shown(Talk talk) {
        List<Shown> shown = new ArrayList<>();
        Panel panel = talk.panel;
        if (panel != null) {
            Panels.choices(talk, panel, shown);
            return shown;
        }
        Step.Asking step = (Step.Asking) talk.flow.step(talk.step);
        Catalogue words = talk.words();
        switch (step) {
            case Step.Choose choose -> options(talk, choose, shown);
            case Step.AskPlace place -> places(talk, shown);
            case Step.Story story -> shown.add(new Shown("done", words.say(story.done())));
            case Step.OfferReceipt offer -> {
                shown.add(new Shown("show", words.say("receipt.yes")));
                shown.add(new Shown("later", words.say("receipt.no")));
            }
            case Step.Secret secret -> {}
            case Step.Returning returning -> shown.add(new Shown("none", words.say("returning.none")));
            case Step.AskText text -> {}
        }
        if (SafeMode.offersNews(talk)) {
            shown.add(new Shown("p-new", words.say("look.new")));
        }
        if (step.skip() != null && !(step instanceof Step.OfferReceipt)) {
            shown.add(move(talk, Move.SKIP));
        }
        shown.add(move(talk, Move.HELP));
        shown.add(move(talk, Move.EXIT));
        shown.add(move(talk, Move.MORE));
        return shown;
    }

    static Shown move(Talk talk, Move move) {
        return new Shown(move.id(), talk.words().say(move.label()));
    }

    private static void options(Talk talk, Step.Choose choose, List<Shown> shown) {
        for (Option option : choose.options()) {
            String label = talk.words().say(option.label());
            shown.add(new Shown(option.id(), talk.picked.contains(option.id()) ? "✓ " + label : label));
        }
        if (choose.multi()) {
            shown.add(new Shown("done", talk.words().say("choose.done")));
        }
    }

    private static void places(Talk talk, List<Shown> shown) {
        List<Places.Place> all = talk.material.places().all();
        int size = talk.material.settings().placesPerPage();
        int from = talk.page * size;
        all.stream()
                .skip(from)
                .limit(size)
                .forEach(place ->
                        shown.add(new Shown(place.key(), place.name(talk.words().locale()))));
        shown.add(new Shown("page", talk.words().say("place.more")));
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
