package org.wasl.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Somebody who writes on the chat page: taps what is offered, tells, sends, and stays to hear the answer. */
final class DayCitizen {

    /** What is tapped wherever it stands, unless this person wishes for something else. */
    private static final List<String> TAPS =
            List.of("safe", "agree", "me", "write", "BG", "not-so", "adult", "only-read", "no-force", "send", "later");

    private final String sign;
    private final String language;
    private final boolean danger;
    private final String story;
    private final Deque<String> wishes;
    private final CitizenChat chat;
    private String answered = "";
    private boolean told;
    private boolean filed;

    /** @param wishes options to tap, each once and in this order, before what everybody taps */
    DayCitizen(int number, String language, boolean danger, String story, Collection<String> wishes, CitizenChat chat) {
        this.sign = Ledger.sign("day" + number, 1);
        this.language = language;
        this.danger = danger;
        this.story = story;
        this.wishes = new ArrayDeque<>(wishes);
        this.chat = chat;
    }

    /** What stands in this person's words and in nobody else's. */
    String sign() {
        return sign;
    }

    String language() {
        return language;
    }

    /** From the first question to the open line. */
    DayCitizen files() throws InterruptedException {
        chat.begins();
        long deadline = System.nanoTime() + 60_000_000_000L;
        // One look a round: the open line's own "done" is the end, and must not be tapped as the end of a story is.
        CitizenChat.Bubble question = question();
        while (!filed || !question.answers().equals(Set.of("done"))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        sign + " got no further than " + chat.screen().getLast());
            }
            step(question);
            question = question();
        }
        if (!told) {
            tells();
        }
        return this;
    }

    /** Taps one after the other, each as soon as it stands there. */
    void taps(String... options) throws InterruptedException {
        for (String option : options) {
            CitizenChat.Bubble bubble = PathWorld.await(
                    option,
                    () -> chat.screen().reversed().stream()
                            .filter(one -> one.options().containsKey(option))
                            .findFirst()
                            .orElse(null));
            chat.taps(bubble, option);
        }
    }

    /** How many messages with these words have come, each counted as often as it was sent. */
    long heard(String words) {
        return chat.screen().stream().filter(one -> one.text().contains(words)).count() * chat.most();
    }

    private void step(CitizenChat.Bubble question) throws InterruptedException {
        Set<String> options = question.answers();
        if (options.equals(Set.of("done")) && !told) {
            tells();
        }
        String option = option(options);
        if (option.isEmpty() && question.options().containsKey("m-skip")) {
            option = "m-skip";
        }
        if (!option.isEmpty() && chat.taps(question, option)) {
            answered = question.ref();
            // Whoever is in danger has no summary to send: what was tapped first has reached the desk.
            filed |= Set.of("send", "danger", "no-force", "later").contains(option);
        }
        Thread.sleep(20);
    }

    private void tells() throws InterruptedException {
        chat.says(story + " " + sign);
        told = true;
    }

    private String option(Set<String> options) {
        if (options.contains(language)) {
            return language;
        }
        if (!wishes.isEmpty() && options.contains(wishes.peek())) {
            return wishes.remove();
        }
        if (options.contains("calm")) {
            return danger ? "danger" : "calm";
        }
        List<String> known = new ArrayList<>(TAPS);
        known.add("done");
        return known.stream().filter(options::contains).findFirst().orElse("");
    }

    /** The newest message that asks something; none while what was answered last is the newest. */
    private CitizenChat.Bubble question() {
        for (CitizenChat.Bubble bubble : chat.screen().reversed()) {
            if (bubble.ref().equals(answered)) {
                break;
            }
            if (!bubble.answers().isEmpty()) {
                return bubble;
            }
        }
        return new CitizenChat.Bubble("", "", java.util.Map.of());
    }
}
