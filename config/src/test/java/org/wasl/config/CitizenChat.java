package org.wasl.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A chat from the citizen's side, on whatever channel. */
interface CitizenChat extends AutoCloseable {

    /**
     * One message on the screen.
     *
     * @param options token by option, for the buttons that still stand
     */
    record Bubble(String ref, String text, Map<String, String> options) {

        /** The options that answer the question, without the moves that stand under every one. */
        Set<String> answers() {
            return options.keySet().stream()
                    .filter(option -> !option.startsWith("m-"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    void begins() throws InterruptedException;

    /** Says it until it was seen accepted; {@code false} when that never came. */
    boolean says(String text) throws InterruptedException;

    boolean taps(Bubble question, String option) throws InterruptedException;

    /** What stands on the screen, oldest first. */
    List<Bubble> screen();

    /** How often the message came that came most often, before a page leaves out what it has already. */
    int most();

    /** Whether a person may see one message twice: a platform that cannot tell a repeat shows it. */
    boolean mayRepeat();

    @Override
    void close();
}
