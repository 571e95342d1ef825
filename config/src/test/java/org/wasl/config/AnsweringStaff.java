package org.wasl.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A supervisor who claims every case and answers it once, with one key for the one answer however often it has to be
 * tried, while the house is killed under her hands.
 */
final class AnsweringStaff implements AutoCloseable {

    private final StaffBrowser browser;
    private final Set<String> answered = new HashSet<>();
    private final Thread thread = Thread.ofPlatform().name("staff").unstarted(this::work);
    private volatile boolean open = true;

    AnsweringStaff(StaffBrowser browser) {
        this.browser = browser;
    }

    AnsweringStaff begins() {
        thread.start();
        return this;
    }

    private void work() {
        try {
            while (open) {
                try {
                    for (String number : numbers()) {
                        if (open && !answered.contains(number)) {
                            answer(number);
                        }
                    }
                } catch (IllegalStateException | AssertionError away) {
                    // Killed under way, no mailbox yet, or overtaken: the next look tries again.
                    Thread.sleep(100);
                }
                Thread.sleep(150);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(String number) {
        try {
            browser.change(number, "/acknowledgement", "{}");
            browser.change(number, "/replies", "{\"text\":\"" + Ledger.answer(number) + "\"}", "answer to " + number);
            answered.add(number);
        } catch (AssertionError notNow) {
            // One case that cannot be answered yet must not keep the others waiting.
            Thread.onSpinWait();
        }
    }

    /** Every case there is. */
    List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = browser.api("/api/queue?limit=200" + (after.isEmpty() ? "" : "&after=" + after));
            page.get("items").forEach(row -> numbers.add(row.get("number").asString()));
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        return numbers;
    }

    List<Ledger.SeenCase> cases() {
        return numbers().stream().map(this::seen).toList();
    }

    private Ledger.SeenCase seen(String number) {
        JsonNode found = browser.api("/api/cases/" + number);
        List<String> words = new ArrayList<>();
        boolean whole = true;
        for (JsonNode report : found.get("reports")) {
            whole &= !report.get("gaps").asBoolean() && report.get("disputed").isEmpty();
            for (JsonNode line : report.get("transcript")) {
                if (line.get("speaker").asString().equals("CITIZEN")) {
                    words.add(line.get("text").asString());
                }
            }
        }
        List<Ledger.Answer> answers = new ArrayList<>();
        for (JsonNode reply : found.get("replies")) {
            answers.add(new Ledger.Answer(
                    reply.get("text").asString(), reply.get("state").asString().equals("DELIVERED")));
        }
        return new Ledger.SeenCase(number, found.get("reports").size(), whole, words, answers);
    }

    /** What became of everything sent beside words in a case. */
    List<String> attachments(String number) {
        List<String> states = new ArrayList<>();
        for (JsonNode report : browser.api("/api/cases/" + number).get("reports")) {
            report.get("attachments").forEach(one -> states.add(one.get("state").asString()));
        }
        return states;
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        thread.interrupt();
        thread.join();
    }
}
