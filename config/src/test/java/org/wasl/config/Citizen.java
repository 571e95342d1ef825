package org.wasl.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * One citizen who goes the whole way whatever happens to the house: the gate, a few words with signs, the questions,
 * the filing, two words more, and then waits for the officer's answer. Answers what stands on the screen; a question
 * that stays is answered again, as people do.
 */
final class Citizen {

    /** How the report comes about. */
    enum Way {
        /** By the button "danger now". */
        DANGER,
        /** By words that say so in the story. */
        WORDS,
        /** Told and sent. */
        CALM
    }

    /** From birth or from the last start of the house, whichever came later: under kills nobody counts the time. */
    private static final Duration LIFE = Duration.ofSeconds(100);

    private static final Duration IMPATIENCE = Duration.ofSeconds(4);
    private static final int WORDS = 3;

    /** What is tapped wherever it stands; "done" only under a list that has to be left. */
    private static final List<String> TAPS = List.of(
            "safe",
            "agree",
            "me",
            "write",
            "BG",
            "not-so",
            "adult",
            "only-read",
            "no-force",
            "send",
            "later",
            "p-have",
            "p-on",
            "p-open");

    private final String name;
    private final String language;
    private final Way way;
    private final CitizenChat chat;
    private final KilledHouse house;
    private final Random random;
    private final List<String> accepted = new ArrayList<>();
    private final List<String> unsure = new ArrayList<>();
    private final int born;
    private final long birth = System.nanoTime();
    private boolean filed;
    private String answered = "";
    private long answeredAt;

    Citizen(String name, String language, Way way, CitizenChat chat, KilledHouse house, Random random) {
        this.name = name;
        this.language = language;
        this.way = way;
        this.chat = chat;
        this.house = house;
        this.random = random;
        this.born = house.kills();
    }

    Ledger.Witness goesTheWay() throws InterruptedException {
        chat.begins();
        while (!arrived() && alive()) {
            step();
        }
        if (arrived()) {
            says();
            says();
            awaitAnswer();
        }
        return witness();
    }

    /** What can be told at any time. */
    Ledger.Witness witness() {
        List<String> shown =
                chat.screen().stream().map(CitizenChat.Bubble::text).toList();
        String stuck = !arrived() ? "the end" + lately() : answered(shown) ? "" : "an answer" + lately();
        return new Ledger.Witness(
                name,
                List.copyOf(accepted),
                List.copyOf(unsure),
                shown,
                chat.most(),
                house.kills() - born,
                chat.mayRepeat(),
                stuck);
    }

    /** The last of what the screen shows, to see what somebody stuck is looking at. */
    private String lately() {
        List<CitizenChat.Bubble> screen = chat.screen();
        return " after " + answered + ", at " + screen.subList(Math.max(0, screen.size() - 4), screen.size());
    }

    /** Filed, and nothing is asked any more. */
    private boolean arrived() {
        return isEnd(question());
    }

    /** The open line's own "done", which nobody here taps. */
    private boolean isEnd(CitizenChat.Bubble question) {
        return filed && question.answers().equals(Set.of("done"));
    }

    private boolean alive() {
        return System.nanoTime() - Math.max(birth, house.startedAt()) < LIFE.toNanos();
    }

    private void step() throws InterruptedException {
        CitizenChat.Bubble question = question();
        Set<String> options = question.answers();
        boolean tells = options.equals(Set.of("done")) || options.contains("accident");
        if (options.contains("accident")) {
            filed = true;
        }
        if (tells && accepted.size() + unsure.size() < WORDS) {
            says();
        } else if (!options.isEmpty() && !isEnd(question)) {
            answers(question, options);
        }
        Thread.sleep(10 + random.nextInt(40));
    }

    private void answers(CitizenChat.Bubble question, Set<String> options) throws InterruptedException {
        boolean waits = question.ref().equals(answered) && System.nanoTime() - answeredAt < IMPATIENCE.toNanos();
        if (waits) {
            return;
        }
        String known = option(options);
        // What nobody here has an answer for is skipped, as people in a hurry do.
        String option = known.isEmpty() && question.options().containsKey("m-skip") ? "m-skip" : known;
        if (!option.isEmpty() && chat.taps(question, option)) {
            answered = question.ref();
            answeredAt = System.nanoTime();
            // After the last question but the summary "done" means the open line: a receipt is not offered to
            // everybody.
            filed |= option.equals("send") || option.equals("later") || option.equals("no-force");
        }
    }

    private String option(Set<String> options) {
        if (options.contains(language)) {
            return language;
        }
        if (options.contains("calm")) {
            return way == Way.DANGER ? "danger" : "calm";
        }
        if (options.contains("near") || options.equals(Set.of("done"))) {
            return "done";
        }
        return TAPS.stream().filter(options::contains).findFirst().orElse("");
    }

    private void says() throws InterruptedException {
        int word = accepted.size() + unsure.size() + 1;
        String sign = Ledger.sign(name, word);
        (chat.says(text(word) + " " + sign) ? accepted : unsure).add(sign);
        Thread.sleep(10 + random.nextInt(90));
    }

    private String text(int word) {
        if (way == Way.WORDS && word == 1) {
            return switch (language) {
                case "ar" -> "أخوي بيده سكينة وواقف ورا الباب ويگول هسه أذبحچ";
                case "ckb" -> "براکەم چەقۆی بەدەستەوەیە و لە پشت دەرگاکەیە، دەڵێت ئێستا دەتکوژم";
                case "kmr" -> "برایێ من چەقۆ یا د دەستی دا و ل پشت دەرگەهێ یە، دبێژیت نوکە دێ تە کوژم";
                default -> "My brother has a knife in his hand and says he will kill me now";
            };
        }
        return switch (language) {
            case "ar" -> "واحد يهددني بصوري من شهر ويريد فلوس";
            case "ckb" -> "کەسێک هەڕەشەم لێ دەکات وێنەکانم بڵاو بکاتەوە و پارە دەوێت";
            case "kmr" -> "کەسەک گەفا ل من دکەت وێنێن من بەلاڤ بکەت و پاران دخوازیت";
            default -> "Someone threatens to publish my pictures and wants money";
        };
    }

    private void awaitAnswer() throws InterruptedException {
        while (alive()
                && !answered(
                        chat.screen().stream().map(CitizenChat.Bubble::text).toList())) {
            Thread.sleep(100);
        }
    }

    private static boolean answered(List<String> shown) {
        return shown.stream().anyMatch(text -> text.contains("answer-"));
    }

    /** The newest message that asks something; none while what was answered last is the newest. */
    private CitizenChat.Bubble question() {
        for (CitizenChat.Bubble bubble : chat.screen().reversed()) {
            if (!bubble.answers().isEmpty()) {
                return bubble;
            }
            if (bubble.ref().equals(answered)) {
                break;
            }
        }
        return new CitizenChat.Bubble("", "", java.util.Map.of());
    }
}
