package org.wasl.bot.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.Capabilities;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.OutgoingChoice;
import org.wasl.bot.channel.OutgoingMessage;
import org.wasl.bot.channel.SendOutcome;
import org.wasl.bot.conversation.ConversationState;
import org.wasl.bot.conversation.Dialogue;
import org.wasl.bot.conversation.Effect;
import org.wasl.bot.conversation.Input;
import org.wasl.bot.conversation.RealDialogue;
import org.wasl.bot.conversation.Turn;
import org.wasl.bot.conversation.TurnContext;
import org.wasl.triage.seal.BotKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;
import redis.clients.jedis.RedisClient;

/**
 * Measures what a turn costs with the flows, words and triage of a tree, from a main method: {@code name turns people}.
 * So many people go through the questions at once, first as fast as it goes, then at half that rate; a turn is from the
 * word being handed over to the first line of the answer, each step of it on disk. {@code bot/turn-cost} runs it in two
 * trees by turns.
 */
final class TurnCost {

    /** About the neighbours, forty words; nothing in it is anybody's. */
    private static final String STORY = "هذا كلام للتجربة فقط: عند الجيران صوت عالي في كثير من الليالي منذ شهر،"
            + " ولا نعرف ما السبب بالضبط، ونريد أن نعرف كيف يمكن أن نساعد العائلة بدون أن نسبب لها مشكلة أكبر،"
            + " وهل يوجد مكان نسأل فيه بهدوء";

    /** Taken where they are offered, in this order; otherwise the question is skipped. */
    private static final List<String> WAY = List.of("ar", "safe", "agree", "calm");

    private static final int IDLE_MILLIS = 1_000;
    private static final int LONGEST_MINUTES = 5;

    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Deque<Person> ready = new ArrayDeque<>();
    private final List<Long> waits = Collections.synchronizedList(new ArrayList<>());
    private final Timed dialogue = new Timed(RealDialogue.unremembering());
    private final Inbox inbox;

    private TurnCost(Inbox inbox) {
        this.inbox = inbox;
    }

    public static void main(String[] args) throws Exception {
        String name = args.length > 0 ? args[0] : "here";
        int turns = args.length > 1 ? Integer.parseInt(args[1]) : 4_000;
        int people = args.length > 2 ? Integer.parseInt(args[2]) : 64;
        Path folder = Files.createTempDirectory("wasl-turn-cost");
        KeyFolder made = KeyFolder.create(folder.resolve("keys"), DeskSecret.of("5a".repeat(32)), new SecureRandom());
        try (RedisServerUnderTest server = new RedisServerUnderTest();
                RedisClient bot = server.bot();
                RedisClient admin = server.admin();
                PipelinedCommit commits =
                        new PipelinedCommit(bot, new Durability(false, 0, Duration.ofSeconds(2)), 2, 256);
                TurnWorld world = new TurnWorld(bot)) {
            world.keys = BotKeys.load(made.botFolder(), Clock.systemUTC());
            long empty = used(admin);
            TurnCost cost = new TurnCost(world.inboxOn(commits));
            try (TurnLoop loop = cost.loop(world, commits, bot)) {
                loop.start();
                for (int who = 0; who < people; who++) {
                    cost.joins("cost-" + who);
                }
                cost.run(turns / 2, 0);
                double rate = cost.run(turns, 0);
                double half = cost.run(turns, rate / 2);
                System.out.printf(
                        "%s: %.0f turns/s; at %.0f/s p50 %.1f ms, p99 %.1f ms; advancing p50 %.2f ms, p99 %.2f ms;"
                                + " reading the state %.3f ms, writing it %.3f ms (p50);"
                                + " state %d bytes (median); %d bytes of Redis a person%n",
                        name,
                        rate,
                        half,
                        at(cost.waits, 50) / 1e6,
                        at(cost.waits, 99) / 1e6,
                        at(cost.dialogue.advancing, 50) / 1e6,
                        at(cost.dialogue.advancing, 99) / 1e6,
                        at(cost.dialogue.reading, 50) / 1e6,
                        at(cost.dialogue.writing, 50) / 1e6,
                        at(cost.dialogue.sizes, 50),
                        (used(admin) - empty) / people);
            }
        }
    }

    private TurnLoop loop(TurnWorld world, DurableCommit commits, RedisClient redis) {
        TurnParts parts = world.parts();
        FakeChannel channel = new Answering();
        Executor senders = Executors.newVirtualThreadPerTaskExecutor();
        TurnParts running = new TurnParts(
                parts.shelf(),
                commits,
                parts.names(),
                parts.seal(),
                dialogue,
                parts.filing(),
                Map.of(channel.kind(), channel),
                parts.outside(),
                parts.pace(),
                parts.presence(),
                parts.pauses(),
                senders,
                Clock.systemUTC(),
                parts.entropy(),
                true,
                world.settings,
                world.counters,
                world.erasures);
        return new TurnLoop(running, new Lookout(redis, world.settings, inbox.instance()), List.of(), inbox, "cost");
    }

    private synchronized void joins(String name) {
        Person person = new Person(name);
        people.put(name, person);
        ready.add(person);
    }

    /** {@code perSecond} 0 is as fast as it goes. Answers the rate that was reached. */
    private double run(int turns, double perSecond) throws InterruptedException {
        waits.clear();
        dialogue.clear();
        long begin = System.nanoTime();
        for (int turn = 0; turn < turns; turn++) {
            if (perSecond > 0) {
                long due = begin + (long) (turn * 1e9 / perSecond);
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            }
            if (System.nanoTime() - begin > TimeUnit.MINUTES.toNanos(LONGEST_MINUTES)) {
                throw new IllegalStateException("turns: " + turn + " in " + LONGEST_MINUTES + " minutes");
            }
            next().goesOn();
        }
        return turns / ((System.nanoTime() - begin) / 1e9);
    }

    /** Somebody whose question is open; who hears nothing more begins again. */
    private synchronized Person next() throws InterruptedException {
        while (ready.isEmpty()) {
            wait(20);
            long now = System.nanoTime();
            people.values().stream()
                    .filter(person -> person.waiting
                            && now - person.since > TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS)
                            && !ready.contains(person))
                    .forEach(person -> {
                        person.beginsAgain();
                        ready.add(person);
                    });
        }
        return ready.remove();
    }

    private synchronized void heard(String name, OutgoingMessage message) {
        Person person = people.get(name);
        if (person == null || !person.waiting) {
            return;
        }
        if (!person.answered) {
            person.answered = true;
            waits.add(System.nanoTime() - person.since);
        }
        if (!message.choices().isEmpty()) {
            person.waiting = false;
            person.choices = message.choices();
            ready.add(person);
            notifyAll();
        }
    }

    private static long used(RedisClient admin) {
        return Arrays.stream(String.valueOf(admin.info("memory")).split("\r?\n", -1))
                .filter(line -> line.startsWith("used_memory:"))
                .mapToLong(line -> Long.parseLong(line.substring("used_memory:".length())))
                .sum();
    }

    private static long at(List<Long> measured, int percent) {
        List<Long> sorted = measured.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    /** Somebody at the other end of a chat. */
    private final class Person {

        private final String name;
        private List<OutgoingChoice> choices = List.of();
        private boolean told;
        private boolean answered;
        private volatile boolean waiting;
        private volatile long since;

        Person(String name) {
            this.name = name;
        }

        void beginsAgain() {
            choices = List.of();
            told = false;
        }

        void goesOn() {
            Input input = input();
            answered = false;
            since = System.nanoTime();
            waiting = true;
            inbox.append(new Arrival.Word(TurnWorld.address(name), input, null), name + "-" + since);
        }

        private Input input() {
            Instant now = Instant.now();
            if (choices.isEmpty()) {
                return new Input.Started("", now);
            }
            for (String option : WAY) {
                String token = token(option);
                if (token != null) {
                    return new Input.Tapped(token, now);
                }
            }
            String done = token("done");
            if (done != null && !told) {
                told = true;
                return new Input.Said(STORY, "", now);
            }
            String skip = token("m-skip");
            String onward = done != null ? done : skip != null ? skip : first();
            if (onward == null) {
                beginsAgain();
                return new Input.Started("", now);
            }
            return new Input.Tapped(onward, now);
        }

        private @Nullable String token(String option) {
            return choices.stream()
                    .map(OutgoingChoice::token)
                    .filter(token -> token.endsWith("|" + option))
                    .findFirst()
                    .orElse(null);
        }

        /** The first that is an answer. */
        private @Nullable String first() {
            return choices.stream()
                    .map(OutgoingChoice::token)
                    .filter(token -> !token.matches(".*[|][mp]-.*"))
                    .findFirst()
                    .orElse(null);
        }
    }

    private final class Answering extends FakeChannel {

        Answering() {
            super(TurnWorld.WEB);
        }

        @Override
        public Capabilities capabilities() {
            return new Capabilities(30, 60, 4_096, true, Duration.ofHours(48), true);
        }

        @Override
        public SendOutcome send(ChannelAddress to, OutgoingMessage message) {
            heard(to.value(), message);
            return new SendOutcome.Sent("m");
        }
    }

    /** Says what reading a state, advancing it and writing it took. */
    private static final class Timed implements Dialogue {

        private final Dialogue inner;
        private final List<Long> advancing = Collections.synchronizedList(new ArrayList<>());
        private final List<Long> reading = Collections.synchronizedList(new ArrayList<>());
        private final List<Long> writing = Collections.synchronizedList(new ArrayList<>());
        private final List<Long> sizes = Collections.synchronizedList(new ArrayList<>());

        Timed(Dialogue inner) {
            this.inner = inner;
        }

        void clear() {
            List.of(advancing, reading, writing, sizes).forEach(List::clear);
        }

        @Override
        public ConversationState begin(TurnContext context) {
            return inner.begin(context);
        }

        @Override
        public Turn advance(ConversationState state, Input input, TurnContext context) {
            long begin = System.nanoTime();
            Turn turn = inner.advance(state, input, context);
            advancing.add(System.nanoTime() - begin);
            return turn;
        }

        @Override
        public byte[] encode(ConversationState state) {
            long begin = System.nanoTime();
            byte[] stored = inner.encode(state);
            writing.add(System.nanoTime() - begin);
            sizes.add((long) stored.length);
            return stored;
        }

        @Override
        public ConversationState decode(byte[] stored) {
            long begin = System.nanoTime();
            ConversationState state = inner.decode(stored);
            reading.add(System.nanoTime() - begin);
            return state;
        }

        @Override
        public Effect.@Nullable Send apology(ConversationState state, TurnContext context) {
            return inner.apology(state, context);
        }

        @Override
        public Effect.@Nullable Send apology(TurnContext context) {
            return inner.apology(context);
        }
    }
}
