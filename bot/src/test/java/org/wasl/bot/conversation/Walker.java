package org.wasl.bot.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.Capabilities;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.bot.channel.InboundContent.UnsupportedKind;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.intake.Presence;
import org.wasl.triage.mailbox.Reply;
import org.wasl.triage.seal.Bytes;

/**
 * One conversation at random: taps, numbers and labels, moves in every language, people's words, media, silence, replies,
 * time that passes, a desk that comes and goes; stored and read again between any two turns. The same seed walks the
 * same way.
 */
final class Walker {

    /** Ends every text that is followed on its way into a report. */
    static final String MARK = "\u27E7";

    private static final Duration LONG = Duration.ofHours(3);
    private static final int LONGEST_WAY_TO_AN_END = 300;
    private static final int TRIES = 5;
    private static final Duration ANSWERING = Duration.ofSeconds(4);
    private static final String SHORT_NUMBER = "2480";
    private static final Capabilities WIDE = TranscriptRunner.WIDE;
    private static final List<Capabilities> CHANNELS = List.of(
            WIDE,
            new Capabilities(0, 0, 4096, false, Duration.ZERO, false),
            new Capabilities(10, 20, 1024, false, Duration.ZERO, true),
            new Capabilities(100, 60, 4096, true, Duration.ofHours(48), true));

    /** Short messages that are moves, answers, numbers, or nothing at all. */
    private static final List<String> SHORT = List.of(
            "",
            " ",
            "1",
            "٢",
            "۳",
            "4",
            "٥",
            "6",
            "99",
            "yes",
            "نعم",
            "نا",
            "Baghdad",
            "هەولێر",
            "دهۆک",
            "12345678901234567890",
            "00000000000000000195",
            "\uD800",
            "{emergency}",
            "\u202Eabc\u2066",
            "'",
            "<b>&*_`",
            "خروج خروج",
            "?",
            "x".repeat(9_000));

    private static final Pattern NUMBERED = Pattern.compile("\u2066[0-9]+\\.\u2069 ");

    private final int seed;
    private final Random random;
    private final Dialogue dialogue;
    private final WalkRules rules;
    private final List<String> texts;
    private final List<String> moves;
    private final Set<String> reached;
    private final List<String> broken = new ArrayList<>();
    private final List<Effect.Choice> seen = new ArrayList<>();
    private final Capabilities channel;
    /** Whether anything may come at any time, or mostly the next answer, which leads deeper. */
    private final boolean hurried;

    private List<Effect.Choice> shown = List.of();
    private int numbers;
    private Instant now = Instant.parse("2026-11-22T06:00:00Z");
    private boolean staffed;
    private boolean demonstration;
    private Conversation state;
    private String ask = "";
    private int said;
    private @Nullable String words;

    /**
     * @param texts what people write
     * @param moves words that are moves, in every language
     * @param reached gets every question and panel that was stood on, with its locale
     */
    Walker(int seed, Dialogue dialogue, WalkRules rules, List<String> texts, List<String> moves, Set<String> reached) {
        this.seed = seed;
        this.random = new Random(seed);
        this.dialogue = dialogue;
        this.rules = rules;
        this.texts = texts;
        this.moves = moves;
        this.reached = reached;
        this.channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
        this.hurried = random.nextInt(3) == 0;
        this.staffed = random.nextBoolean();
        this.demonstration = random.nextInt(8) == 0;
        this.state = (Conversation) dialogue.begin(context(channel));
    }

    /** Walks so many turns; answers what was broken, and where, without a word of what was said. */
    List<String> go(int turns) {
        for (int at = 0; at < turns && broken.isEmpty(); at++) {
            int passing = random.nextInt(80);
            now = now.plus(passing == 0 ? LONG : passing == 1 ? Duration.ofMinutes(20) : ANSWERING);
            if (random.nextInt(25) == 0) {
                staffed = !staffed;
            }
            words = null;
            Input input = input();
            String where = "walk " + seed + ", turn " + at + ", " + standing() + ", " + name(input) + ": ";
            List<String> problems = new ArrayList<>();
            try {
                problems.addAll(step(input));
                if (problems.isEmpty()) {
                    wayOut(problems);
                }
            } catch (RuntimeException e) {
                problems.add("an exception: " + e.getClass().getSimpleName() + " at " + e.getStackTrace()[0]);
            }
            problems.forEach(problem -> broken.add(where + problem));
        }
        if (broken.isEmpty()) {
            deadEnd().ifPresent(problem -> broken.add("walk " + seed + ", after all, " + standing() + ": " + problem));
        }
        return broken;
    }

    private String standing() {
        return state.flow() + "/" + (state.step().isEmpty() ? "rests" : state.step())
                + (state.panel() == null ? "" : " under " + Speech.lower(state.panel())) + " in " + state.locale();
    }

    private String name(Input input) {
        return switch (input) {
            case Input.Tapped tapped ->
                "tapped " + tapped.token().substring(tapped.token().lastIndexOf('|') + 1);
            case Input.Said said -> words == null ? "wrote something short" : "wrote";
            default -> input.getClass().getSimpleName();
        };
    }

    private List<String> step(Input input) {
        byte[] stored = dialogue.encode(state);
        Conversation before = (Conversation) dialogue.decode(stored);
        Turn turn = dialogue.advance(before, input, context(channel));
        List<String> problems = rules.turn(before, input, words, turn, now, stored.length);
        state = (Conversation) turn.next();
        for (Effect effect : turn.effects()) {
            switch (effect) {
                case Effect.Send send -> saw(send);
                case Effect.AskMark mark -> ask = mark.askId();
                case Effect.Forget forget -> state = (Conversation) dialogue.begin(context(channel));
                default -> {}
            }
        }
        if (reached.add(standing())) {
            problems = new ArrayList<>(problems);
            deadEnd().ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<String> deadEnd() {
        Set<String> last = new TreeSet<>();
        return state.step().isEmpty() || ends(state, last)
                ? Optional.empty()
                : Optional.of("no way to an end within " + LONGEST_WAY_TO_AN_END + " answers, last at " + last
                        + ", after " + state.flags() + " and " + state.answers());
    }

    /** EXIT from here leaves nothing but a decoy, and HELP shows a number to call. */
    private void wayOut(List<String> problems) {
        Turn out = dialogue.advance(state, new Input.Said("خروج", "m", now), context(channel));
        List<Effect.Send> sends = sends(out);
        if (sends.size() != 1
                || sends.getFirst().purpose() != Effect.Purpose.DECOY
                || !((Conversation) out.next()).story().isEmpty()
                || out.effects().stream().noneMatch(effect -> effect instanceof Effect.EndInvitation)) {
            problems.add("EXIT does not hide");
        }
        Turn help = dialogue.advance(state, new Input.Said("مساعدة", "m", now), context(channel));
        if (sends(help).stream()
                .noneMatch(send -> send.text().contains("911") || send.text().contains("104"))) {
            problems.add("HELP shows no number");
        }
    }

    private static List<Effect.Send> sends(Turn turn) {
        return turn.effects().stream()
                .filter(effect -> effect instanceof Effect.Send)
                .map(effect -> (Effect.Send) effect)
                .toList();
    }

    /**
     * Whether answering, one way or another, brings the conversation to rest without EXIT. Time passes between answers,
     * and chance is another one than the walk's: how often this is asked changes nothing of the walk.
     *
     * @param last gets where each try stood when it was given up
     */
    private boolean ends(Conversation from, Set<String> last) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Random choosing = new Random(seed * 31L + attempt);
            Conversation here = from;
            Instant then = now;
            Map<String, Integer> used = new HashMap<>();
            Input next = new Input.Said("repeat", "m", then);
            for (int answer = 0; answer < LONGEST_WAY_TO_AN_END; answer++) {
                Turn turn = dialogue.advance(here, next, context(WIDE, then, choosing));
                here = (Conversation) turn.next();
                if (here.step().isEmpty()) {
                    return true;
                }
                then = then.plus(ANSWERING);
                next = answer(here, turn, choosing, used, then);
            }
            last.add(here.step());
        }
        return false;
    }

    /** What was chosen least so far at this question: whoever goes on trying comes through every door. */
    private Input answer(Conversation here, Turn turn, Random choosing, Map<String, Integer> used, Instant then) {
        for (Effect effect : turn.effects()) {
            if (effect instanceof Effect.AskMark mark) {
                return new Input.MarkAnswered(mark.askId(), List.of(), then);
            }
        }
        List<String> tokens = sends(turn).stream()
                .flatMap(send -> send.choices().stream())
                .map(Effect.Choice::token)
                .filter(token -> !token.contains("|m-"))
                .toList();
        if (tokens.isEmpty()) {
            return new Input.Said(written(here), "m", then);
        }
        String place = here.step() + "/" + here.panel() + "/";
        List<String> mixed = new ArrayList<>(tokens);
        Collections.shuffle(mixed, choosing);
        String least =
                Collections.min(mixed, Comparator.comparing(token -> used.getOrDefault(place + option(token), 0)));
        used.merge(place + option(least), 1, Integer::sum);
        return new Input.Tapped(least, then);
    }

    /** What is written where there is nothing to tap: a short number for whoever is asked for one. */
    private static String written(Conversation here) {
        if (here.panel() == Conversation.Panel.LOOKING) {
            return "repeat";
        }
        Step open = Materials.REAL.flow(here.flow()).steps().get(here.step());
        return open instanceof Step.Secret secret && secret.kind() == Step.Secret.Kind.PIN ? SHORT_NUMBER : "a word";
    }

    private static String option(String token) {
        return token.substring(token.lastIndexOf('|') + 1);
    }

    private Input input() {
        return switch (random.nextInt(hurried ? 60 : 240)) {
            case 0 -> new Input.Started("", now);
            case 1, 2, 3, 4 -> new Input.Said(SHORT.get(random.nextInt(SHORT.size())), "m", now);
            case 5, 6, 7 -> new Input.Said(moves.get(random.nextInt(moves.size())), "m", now);
            case 8, 9, 10, 11, 12, 13, 14, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70 -> words();
            case 15 -> media();
            case 16 ->
                new Input.Unsupported(UnsupportedKind.values()[random.nextInt(UnsupportedKind.values().length)], now);
            case 17 -> new Input.PlaceSent(33.3, 44.4, now);
            case 18, 19 -> timer();
            case 20, 21 -> asynchronous();
            case 22 -> new Input.Tapped("v1|x|" + random.nextInt(50) + "|danger", now);
            case 23, 24, 25, 26, 27, 28 -> inWords();
            default -> tap();
        };
    }

    private Input words() {
        String text = texts.get(random.nextInt(texts.size())) + " \u27E6" + said++ + MARK;
        // What is typed as a secret is kept nowhere.
        words = rules.secret(state) ? null : text;
        return new Input.Said(text, "m", now);
    }

    private Input media() {
        MediaKind kind = MediaKind.values()[random.nextInt(MediaKind.values().length)];
        return new Input.MediaSent(kind, "p", 1, "", "m", now);
    }

    private void saw(Effect.Send send) {
        seen.addAll(send.choices());
        int count = (int) NUMBERED.matcher(send.text()).results().count();
        if (!send.choices().isEmpty() || count > 0) {
            shown = send.choices();
            numbers = count;
        }
    }

    /** The answer written instead of tapped: the label as it stands there, or its number. */
    private Input inWords() {
        return shown.isEmpty() || random.nextBoolean()
                ? new Input.Said(number(), "m", now)
                : new Input.Said(shown.get(random.nextInt(shown.size())).label(), "m", now);
    }

    /** The number of an answer, most often not of the moves, which stand last; in one of three digit scripts. */
    private String number() {
        int count = Math.max(1, Math.max(numbers, shown.size()));
        int number = 1 + random.nextInt(random.nextInt(8) == 0 ? count : Math.max(1, count - 3));
        int zero = List.of((int) '0', 0x660, 0x6F0).get(random.nextInt(3));
        return String.valueOf(number)
                .codePoints()
                .map(digit -> digit - '0' + zero)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Input tap() {
        if (rules.shortNumber(state) && random.nextBoolean()) {
            return new Input.Said(SHORT_NUMBER, "m", now);
        }
        if (shown.isEmpty()) {
            return state.step().isEmpty() && state.panel() == null
                    ? new Input.Started("", now)
                    : new Input.Said(number(), "m", now);
        }
        if (random.nextInt(10) == 0) {
            return new Input.Tapped(
                    seen.get(Math.max(0, seen.size() - 1 - random.nextInt(40))).token(), now);
        }
        List<Effect.Choice> forward =
                shown.stream().filter(choice -> !choice.token().contains("|m-")).toList();
        List<Effect.Choice> from = forward.isEmpty() || random.nextInt(8) == 0 ? shown : forward;
        return new Input.Tapped(from.get(random.nextInt(from.size())).token(), now);
    }

    private Input timer() {
        Map<String, Integer> timers = state.timers();
        List<String> names = List.copyOf(timers.keySet());
        String name = names.isEmpty() ? Walk.SILENCE : names.get(random.nextInt(names.size()));
        return new Input.TimerFired(name, timers.getOrDefault(name, 3), now);
    }

    private Input asynchronous() {
        Bytes key = Bytes.ofHex("11".repeat(32));
        Reply reply = new Reply("r" + random.nextInt(5), "officer", "We read it.", null, now);
        MailboxAddress mailbox = new MailboxAddress("ab".repeat(16), key, key, 1);
        List<Reply> replies = random.nextBoolean() ? List.of() : List.of(reply);
        return switch (random.nextInt(11)) {
            case 0 -> new Input.ReplyArrived(reply, now);
            case 1 -> new Input.TakenOver(now.plusSeconds(60), now);
            case 2 -> new Input.HandedBack(now);
            case 3 -> new Input.MarkAnswered(ask, List.of(new Input.KnownReport("ab", replies)), now);
            case 4 -> new Input.MarkAnswered(ask, List.of(), now);
            case 5 -> new Input.Left(now);
            case 6 -> new Input.CameBack(now);
            case 7 -> new Input.Worked(new WorkResult.Failed("busy"), now);
            case 8 -> new Input.Exited(now);
            default ->
                new Input.Worked(
                        new WorkResult.ReceiptDerived(
                                random.nextInt(3) > 0, random.nextBoolean(), mailbox, key, key, replies),
                        now);
        };
    }

    private TurnContext context(Capabilities capabilities) {
        return context(capabilities, now, random);
    }

    private TurnContext context(Capabilities capabilities, Instant at, Random chance) {
        Presence presence =
                staffed ? new Presence(at, List.of(new Presence.Staffed("ckb", "KRI", 1))) : Presence.NOBODY;
        Entropy entropy = count -> {
            byte[] bytes = new byte[count];
            chance.nextBytes(bytes);
            return bytes;
        };
        return new TurnContext(at, entropy, presence, new ChannelKind("telegram"), capabilities, demonstration);
    }
}
