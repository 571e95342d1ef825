package org.wasl.bot.conversation;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.bot.conversation.Conversation.Filing;
import org.wasl.bot.conversation.Conversation.Fragment;
import org.wasl.bot.conversation.Conversation.Panel;
import org.wasl.bot.conversation.Conversation.Reach;
import org.wasl.bot.conversation.Conversation.Receipt;
import org.wasl.bot.conversation.Conversation.Sent;
import org.wasl.bot.conversation.Conversation.Snapshot;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.intake.Consent;
import org.wasl.triage.intake.ContactWindows;
import org.wasl.triage.intake.Line;
import org.wasl.triage.mailbox.ChatTerms;
import org.wasl.triage.mailbox.Reply;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;

/** One turn while it is worked out: the state unpacked, and the effects so far. Lives for one call, on one thread. */
final class Talk implements Condition.Situation {

    private static final int SESSION_BITS = 40;

    final Material material;
    final TurnContext context;
    final Instant at;
    final List<Effect> effects = new ArrayList<>();
    Flow flow;

    String session;
    final int turn;
    String step;
    int opened;

    @Nullable
    Panel panel;

    int page;
    List<String> picked;
    String locale;
    LinkedHashMap<String, List<String>> answers;
    LinkedHashMap<String, List<String>> kept;
    List<Fact> told;
    List<Fragment> story;
    List<Line> lines;
    List<Snapshot> back;
    List<Consent> consents;
    Set<Flag> flags;

    @Nullable
    Filing filing;

    List<Filing> earlier;

    @Nullable
    Receipt receipt;

    Map<String, Integer> timers;
    List<Reply> waiting;

    @Nullable
    String askId;

    @Nullable
    String lastTap;

    @Nullable
    Instant lastWord;

    @Nullable
    Instant takenUntil;

    int wrongReceipts;

    @Nullable
    Integer safeWord;

    @Nullable
    Conversation held;

    List<Sent> sent;

    @Nullable
    String album;

    Reach reach;

    /** The person's message this turn is about, by the platform's name for it; empty where there is none. */
    String messageRef = "";

    /** A filing is due with this turn, whatever its level. */
    boolean fileNow;

    private final Judgement judgement = new Judgement(this);

    private Talk(Material material, Conversation state, int turn, Instant at, TurnContext context) {
        this.material = material;
        this.context = context;
        this.at = at;
        this.turn = turn;
        this.flow = material.flow(state.flow());
        this.session = state.session();
        this.step = state.step();
        this.opened = state.opened();
        this.panel = state.panel();
        this.page = state.page();
        this.picked = new ArrayList<>(state.picked());
        this.locale = state.locale();
        this.answers = new LinkedHashMap<>(state.answers());
        this.kept = new LinkedHashMap<>(state.kept());
        this.told = new ArrayList<>(state.told());
        this.story = new ArrayList<>(state.story());
        this.lines = new ArrayList<>(state.lines());
        this.back = new ArrayList<>(state.back());
        this.consents = new ArrayList<>(state.consents());
        this.flags = Flag.copyOf(state.flags());
        this.filing = state.filing();
        this.earlier = new ArrayList<>(state.earlier());
        this.receipt = state.receipt();
        this.timers = new LinkedHashMap<>(state.timers());
        this.waiting = new ArrayList<>(state.waiting());
        this.askId = state.askId();
        this.lastTap = state.lastTap();
        this.lastWord = state.lastWord();
        this.takenUntil = state.takenUntil();
        this.wrongReceipts = state.wrongReceipts();
        this.safeWord = state.safeWord();
        this.held = state.held();
        this.sent = new ArrayList<>(state.sent());
        this.album = state.album();
        this.reach = Objects.requireNonNullElse(state.reach(), Reach.NONE);
        standOnLive(state.flow());
    }

    /** A revision that is no longer live is left for one that is. */
    void standOnLive(String stored) {
        if (!material.flows().containsKey(stored)) {
            material.migrations().bring(this, stored);
        } else if (!step.isEmpty() && !flow.steps().containsKey(step)) {
            step = flow.again();
        }
    }

    static Talk open(Material material, Conversation state, Instant at, TurnContext context) {
        return new Talk(material, state, state.turn() + 1, at, context);
    }

    static Conversation fresh(Material material, Entropy entropy) {
        return Conversation.fresh(randomId(entropy), material.current());
    }

    /** One of so many, by chance. */
    int chance(int among) {
        return Byte.toUnsignedInt(context.entropy().bytes(1)[0]) % among;
    }

    static String randomId(Entropy entropy) {
        return new BigInteger(1, entropy.bytes(SESSION_BITS / 8)).toString(36);
    }

    /** The state as it would be stored now. */
    Conversation pack() {
        return new Conversation(
                Conversation.VERSION,
                session,
                turn,
                Material.key(flow),
                step,
                opened,
                panel,
                page,
                List.copyOf(picked),
                locale,
                new LinkedHashMap<>(answers),
                new LinkedHashMap<>(kept),
                List.copyOf(told),
                List.copyOf(story),
                List.copyOf(lines),
                List.copyOf(back),
                List.copyOf(consents),
                Flag.copyOf(flags),
                filing,
                List.copyOf(earlier),
                receipt,
                new LinkedHashMap<>(timers),
                List.copyOf(waiting),
                askId,
                lastTap,
                lastWord,
                takenUntil,
                wrongReceipts,
                safeWord,
                held,
                List.copyOf(sent),
                album,
                reach.equals(Reach.NONE) ? null : reach);
    }

    Catalogue words() {
        return material.catalogue(locale);
    }

    /** What stands in the open question's answers and moves: facts that were chosen. */
    Facts chosen() {
        List<Fact> facts = new ArrayList<>(told);
        facts.addAll(Answers.facts(flow, material.places(), answers, step, picked));
        return Facts.of(facts);
    }

    /** Takes down when the person said a message may arrive; where it was not asked, what was chosen before stands. */
    void takeWindows() {
        Answers.windows(flow, answers).ifPresent(chosen -> reach = reach.windows(chosen.wire()));
    }

    /** How this chat may be spoken to and opened from now on. */
    ChatTerms terms() {
        return new ChatTerms(
                ContactWindows.read(reach.windows()), closed(), reach.word(), locale, reach.pin(), reach.wrongPins());
    }

    /** Whether this chat opens by its short number or the receipt only. */
    boolean closed() {
        return is(Flag.EXIT_USED) || is(Flag.SAFE_MODE);
    }

    String storyText() {
        return story.stream().map(Fragment::text).collect(Collectors.joining("\n"));
    }

    /** What was written and not struck since. */
    String shownStory() {
        return story.stream()
                .map(Fragment::shown)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Triage's judgement of all that is known; made again only when something was added. */
    Assessment assessment() {
        return judgement.assessment();
    }

    void changed() {
        judgement.changed();
    }

    /** All that is known, for the team. */
    Facts known() {
        return judgement.known();
    }

    /** Whether the team has something urgent in hand, seen here or not. */
    boolean pressing() {
        return judgement.pressing();
    }

    boolean nothingSaid() {
        return judgement.nothingSaid();
    }

    @Override
    public Facts facts() {
        return judgement.facts();
    }

    @Override
    public Level level() {
        return judgement.level();
    }

    @Override
    public Category category() {
        return judgement.category();
    }

    @Override
    public boolean is(Flag flag) {
        return switch (flag) {
            case FILED -> filedInSight();
            case STAFFED -> context.presence().anybody(context.now());
            case RECEIPT_READY -> receipt != null && receipt.mailbox() != null;
            case UNREAD -> judgement.unread();
            case PIN_SET -> reach.pinCheck() != null;
            case WORD_SET -> reach.word() != null;
            case CHILD -> judgement.child();
            case SEARCHING -> judgement.searching();
            case TAKEN_OVER -> takenUntil != null && context.now().isBefore(takenUntil);
            case ONLY_ADVICE,
                    CONSENTED,
                    SAFE_MODE,
                    EXIT_USED,
                    EMERGENCY,
                    HELD_BACK,
                    ASKED_AGAIN,
                    REPEATED,
                    MOVED,
                    ANSWERED,
                    FILED_UNSEEN -> flags.contains(flag);
        };
    }

    /** What was filed under duress does not show until the person has sent something by themselves. */
    private boolean filedInSight() {
        Filing active = activeFiling();
        return active != null && (active.confirmed() || !flags.contains(Flag.FILED_UNSEEN));
    }

    /** Whether something lies here that only a human can hear or judge and that nobody was given yet. */
    boolean unheard() {
        return sent.stream().anyMatch(one -> one.kind() == MediaKind.VOICE || one.withheld());
    }

    @Override
    public List<String> answer(String id) {
        return answers.getOrDefault(id, List.of());
    }

    @Override
    public Set<String> asked() {
        return answers.keySet();
    }

    @Override
    public String territory() {
        return chosen().strongest(FactKey.GOVERNORATE)
                .map(Fact::detail)
                .flatMap(material.places()::byKey)
                .map(Places.Place::territory)
                .orElse("");
    }

    @Nullable
    Filing activeFiling() {
        return filing == null || filing.withdrawn() ? null : filing;
    }

    /** In safe mode nothing happens here by itself; only the team is told of a long silence. */
    void setTimer(String name, java.time.Duration after, boolean fromDelivery) {
        if (is(Flag.SAFE_MODE) && !name.equals(Filings.LOST)) {
            return;
        }
        timers.put(name, turn);
        effects.add(new Effect.SetTimer(name, after, fromDelivery));
    }

    void cancelTimer(String name) {
        if (timers.remove(name) != null) {
            effects.add(new Effect.CancelTimer(name));
        }
    }

    void cancelTimers() {
        List.copyOf(timers.keySet()).forEach(this::cancelTimer);
    }
}
