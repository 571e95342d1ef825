package org.wasl.bot.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.FactKey;

/** One step of a flow. Texts and labels are catalogue keys; a text that promises a person stands there in three forms. */
sealed interface Step {

    String id();

    /** Steps that may follow. */
    List<String> nexts();

    /** A step that waits for the person. */
    sealed interface Asking extends Step {
        String text();

        /** Under which condition it is passed over. */
        Condition unless();

        /** Where "skip" leads; {@code null} where there is nothing to skip. */
        @Nullable
        String skip();

        /** Catalogue key of a short name, by which "change an answer" offers it; {@code null} where it is not offered. */
        @Nullable
        String name();
    }

    record Say(String id, String text, Condition unless, String next) implements Step {
        @Override
        public List<String> nexts() {
            return List.of(next);
        }
    }

    /**
     * One of several things, or any of them.
     *
     * @param unsaid what is chosen moves the conversation and says nothing the team should read
     */
    record Choose(
            String id,
            String text,
            Condition unless,
            @Nullable String skip,
            @Nullable String name,
            boolean multi,
            boolean unsaid,
            List<Option> options)
            implements Asking {
        @Override
        public List<String> nexts() {
            List<String> nexts =
                    new ArrayList<>(options.stream().map(Option::next).toList());
            addSkip(nexts, skip);
            return nexts;
        }
    }

    /**
     * Asks for a few words.
     *
     * @param reads what is read from the answer beside the words themselves; {@code null} for nothing
     * @param consent scope that answering grants, and skipping does not; {@code null} for none
     */
    record AskText(
            String id,
            String text,
            Condition unless,
            @Nullable String skip,
            @Nullable String name,
            @Nullable Reads reads,
            @Nullable String consent,
            String next)
            implements Asking {
        @Override
        public List<String> nexts() {
            return List.of(next);
        }
    }

    /** What a few words may hold. */
    enum Reads {
        /** Account name, link or number of the one who threatens. */
        HANDLE,
        /** A sum that is demanded. */
        AMOUNT
    }

    /**
     * Asks where.
     *
     * @param spot whether words beside the governorate's name belong to the answer: what is near, what to say at the door
     */
    record AskPlace(
            String id,
            String text,
            Condition unless,
            @Nullable String skip,
            @Nullable String name,
            FactKey fact,
            boolean spot,
            String next)
            implements Asking {
        @Override
        public List<String> nexts() {
            List<String> nexts = new ArrayList<>(List.of(next));
            addSkip(nexts, skip);
            return nexts;
        }
    }

    /**
     * Collects what a person writes until they say that it is all, or until silence.
     *
     * @param done label of "that is all"
     * @param heard said after the first fragment
     * @param silence how long a silence ends it; {@code null} when none does
     * @param restarts whether each fragment starts the silence anew
     */
    record Story(
            String id,
            String text,
            Condition unless,
            @Nullable String skip,
            @Nullable String name,
            String done,
            String heard,
            @Nullable Duration silence,
            boolean restarts,
            String next)
            implements Asking {
        @Override
        public List<String> nexts() {
            List<String> nexts = new ArrayList<>(List.of(next));
            addSkip(nexts, skip);
            return nexts;
        }
    }

    /** Offers the receipt, shows it, lets it be typed back. */
    record OfferReceipt(String id, String text, Condition unless, String next) implements Asking {
        @Override
        public List<String> nexts() {
            return List.of(next);
        }

        @Override
        public @Nullable String skip() {
            return next;
        }

        @Override
        public @Nullable String name() {
            return null;
        }
    }

    /**
     * Takes something that belongs in no report and no transcript: a short number, or a word to agree on.
     */
    record Secret(
            String id,
            String text,
            Condition unless,
            @Nullable String skip,
            Kind kind,
            String next) implements Asking {

        /** What is taken. */
        enum Kind {
            /** Typed twice; its messages are deleted where the platform can. */
            PIN,
            WORD
        }

        @Override
        public List<String> nexts() {
            List<String> nexts = new ArrayList<>(List.of(next));
            addSkip(nexts, skip);
            return nexts;
        }

        @Override
        public @Nullable String name() {
            return null;
        }
    }

    /** "I was here before": the same question for everybody, whether there is anything or not. */
    record Returning(String id, String text, String next) implements Asking {
        @Override
        public List<String> nexts() {
            return List.of(next);
        }

        @Override
        public Condition unless() {
            return new Condition.Any(List.of());
        }

        @Override
        public @Nullable String skip() {
            return null;
        }

        @Override
        public @Nullable String name() {
            return null;
        }
    }

    record Branch(String id, List<Arm> arms, String otherwise) implements Step {
        @Override
        public List<String> nexts() {
            List<String> nexts = new ArrayList<>(arms.stream().map(Arm::next).toList());
            nexts.add(otherwise);
            return nexts;
        }
    }

    /**
     * Picks the one suspicion that matters most and leads to its question; to no second one.
     *
     * @param suspicions in the order that decides between equals
     */
    record Confirm(String id, List<Suspicion> suspicions, String next) implements Step {
        @Override
        public List<String> nexts() {
            List<String> nexts =
                    new ArrayList<>(suspicions.stream().map(Suspicion::question).toList());
            nexts.add(next);
            return nexts;
        }
    }

    /**
     * What free text may seem to say, and the question that confirms it.
     *
     * @param first whether it goes before every other, whatever that would raise
     */
    record Suspicion(FactKey fact, String question, boolean first) {}

    /** One way a branch can go. */
    record Arm(Condition when, String next) {}

    /** Judges what is known so far; the level is then known to branches. Filing of danger does not wait for it. */
    record Assess(String id, String next) implements Step {
        @Override
        public List<String> nexts() {
            return List.of(next);
        }
    }

    /** Files what was confirmed. */
    record FileReport(String id, String next) implements Step {
        @Override
        public List<String> nexts() {
            return List.of(next);
        }
    }

    /** The person takes what they sent back: nobody works on it any more. */
    record Withdraw(String id, String next) implements Step {
        @Override
        public List<String> nexts() {
            return List.of(next);
        }
    }

    /** Says what helps in this situation, at most {@code most} pieces. */
    record Guide(String id, int most, String next) implements Step {
        @Override
        public List<String> nexts() {
            return List.of(next);
        }
    }

    /**
     * The conversation rests; the next word meets the neutral greeting.
     *
     * @param text said last; {@code null} for nothing
     */
    record End(String id, @Nullable String text, How how) implements Step {
        @Override
        public List<String> nexts() {
            return List.of();
        }
    }

    /** How a conversation comes to rest. */
    enum How {
        /** With a last line. */
        REST,
        /** As the move EXIT does. */
        EXIT,
        /** As EXIT does, but nothing at all is shown. */
        SILENT,
        /** As the move ERASE does once it was confirmed. */
        ERASE
    }

    private static void addSkip(List<String> nexts, @Nullable String skip) {
        if (skip != null) {
            nexts.add(skip);
        }
    }
}
