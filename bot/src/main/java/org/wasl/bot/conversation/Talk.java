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
import org.wasl.triage.report.Report;
import org.wasl.triage.report.Truth;

/** One turn while it is worked out: the state unpacked, and the effects so far. Lives for one call, on one thread. */
final class Talk implements Condition.Situation {

    private static final int SESSION_BITS = 40;
    private static final int MOST_EARLIER = 4;
    private static final Set<String> CHILDHOOD = Set.of("<9", "9-14", "15-17");

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

    private @Nullable Assessment assessment;
    private @Nullable Assessment inSight;

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
    private void standOnLive(String stored) {
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

    private static String randomId(Entropy entropy) {
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

    /** Puts it there so that it can be taken up again, unless somebody may read this phone and nothing guards it. */
    void pauseHere() {
        rest(!is(Flag.SAFE_MODE) || is(Flag.PIN_SET));
    }

    /** Puts the conversation behind the neutral greeting; {@code keep} lets "I was here before" go on with it. */
    void rest(boolean keep) {
        Conversation place = keep && !step.isEmpty() ? pack() : null;
        if (filing != null && !filing.withdrawn()) {
            earlier.add(filing.earlier(receipt == null ? null : receipt.mailbox()));
            if (earlier.size() > MOST_EARLIER) {
                earlier.removeFirst();
            }
        }
        boolean exitUsed = flags.contains(Flag.EXIT_USED) || flags.contains(Flag.SAFE_MODE);
        cancelTimers();
        session = randomId(context.entropy());
        flow = Objects.requireNonNull(material.flows().get(material.current()));
        step = "";
        opened = turn;
        panel = null;
        picked.clear();
        answers.clear();
        kept.clear();
        told.clear();
        story.clear();
        lines.clear();
        back.clear();
        consents.clear();
        flags.clear();
        if (exitUsed) {
            flags.add(Flag.EXIT_USED);
        }
        filing = null;
        receipt = null;
        askId = null;
        reach = reach.typed(null);
        takenUntil = null;
        safeWord = null;
        held = place;
        sent.clear();
        album = null;
        changed();
    }

    /** Takes up what was paused, with what was written since behind it. */
    void resume() {
        Conversation place = Objects.requireNonNull(held);
        List<Fragment> since = List.copyOf(story);
        List<Line> linesSince = List.copyOf(lines);
        flow = material.flow(place.flow());
        step = place.step();
        locale = locale.isEmpty() ? place.locale() : locale;
        answers = new LinkedHashMap<>(place.answers());
        kept = new LinkedHashMap<>(place.kept());
        told = new ArrayList<>(place.told());
        story = new ArrayList<>(place.story());
        story.addAll(since);
        lines = new ArrayList<>(place.lines());
        lines.addAll(linesSince);
        back = new ArrayList<>(place.back());
        consents = new ArrayList<>(place.consents());
        flags = Flag.copyOf(place.flags());
        Filing meanwhile = activeFiling();
        filing = place.filing();
        Filing resumed = filing;
        if (meanwhile != null && resumed != null) {
            // Filed before it was said that there is more: it can still be erased.
            earlier.add(meanwhile);
            if (earlier.size() > MOST_EARLIER) {
                earlier.removeFirst();
            }
        } else if (resumed == null) {
            filing = meanwhile;
        }
        if (resumed != null) {
            earlier.removeIf(one -> one.id().equals(resumed.id()));
        }
        receipt = place.receipt();
        safeWord = place.safeWord();
        List<Sent> sentSince = List.copyOf(sent);
        sent = new ArrayList<>(place.sent());
        sent.addAll(sentSince);
        held = null;
        panel = null;
        standOnLive(place.flow());
        changed();
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
        if (assessment == null) {
            assessment = material.triage().apply(new Report(storyText(), chosen()));
        }
        return assessment;
    }

    void changed() {
        assessment = null;
        inSight = null;
    }

    /** The judgement by which the chat goes on: what was said under duress changes nothing that can be seen. */
    private Assessment inSight() {
        if (inSight == null) {
            Facts all = chosen();
            inSight = all.isYes(FactKey.DURESS)
                    ? material.triage().apply(new Report(storyText(), withoutDuress(all)))
                    : assessment();
        }
        return inSight;
    }

    private static Facts withoutDuress(Facts all) {
        List<Fact> shown = new ArrayList<>();
        all.forEach(fact -> {
            if (fact.key() != FactKey.DURESS) {
                shown.add(fact);
            }
        });
        return Facts.of(shown);
    }

    /** All that is known, for the team. */
    Facts known() {
        return nothingSaid() ? Facts.NONE : assessment().facts().with(chosen());
    }

    /** Whether the team has something urgent in hand, seen here or not. */
    boolean pressing() {
        return !nothingSaid() && assessment().level().urgent();
    }

    boolean nothingSaid() {
        return story.isEmpty() && chosen().isEmpty();
    }

    @Override
    public Facts facts() {
        return nothingSaid() ? Facts.NONE : inSight().facts().with(withoutDuress(chosen()));
    }

    @Override
    public Level level() {
        return nothingSaid() ? Level.L5_ADVICE : inSight().level();
    }

    @Override
    public Category category() {
        return nothingSaid() ? Category.NONE : inSight().category();
    }

    @Override
    public boolean is(Flag flag) {
        return switch (flag) {
            case FILED -> filedInSight();
            case STAFFED -> context.presence().anybody(context.now());
            case RECEIPT_READY -> receipt != null && receipt.mailbox() != null;
            case UNREAD -> unread();
            case PIN_SET -> reach.pinCheck() != null;
            case WORD_SET -> reach.word() != null;
            case CHILD -> child();
            case SEARCHING -> searching();
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
                    FILED_UNSEEN -> flags.contains(flag);
        };
    }

    /** What was filed under duress does not show until the person has sent something by themselves. */
    private boolean filedInSight() {
        Filing active = activeFiling();
        return active != null && (active.confirmed() || !flags.contains(Flag.FILED_UNSEEN));
    }

    private boolean child() {
        Facts known = facts();
        boolean young = known.holds(FactKey.MINOR)
                || known.observations(FactKey.AGE_BAND).stream()
                        .anyMatch(fact -> fact.truth().holds() && CHILDHOOD.contains(String.valueOf(fact.detail())));
        boolean another = chosen().observations(FactKey.FOR_WHOM).stream()
                .anyMatch(fact -> fact.truth() == Truth.YES && !"self".equals(fact.detail()));
        return young && !another;
    }

    private boolean searching() {
        List<Fact> said = chosen().observations(FactKey.FOR_WHOM).stream()
                .filter(fact -> fact.truth() == Truth.YES)
                .toList();
        if (!said.isEmpty()) {
            return said.stream().anyMatch(fact -> "searcher".equals(fact.detail()));
        }
        return !story.isEmpty()
                && (category() == Category.MIS
                        || new Condition.Detailed(FactKey.FOR_WHOM, Set.of("searcher")).holds(this)
                        || material.searching().asks(storyText()));
    }

    /** Whether something lies here that only a human can hear or judge and that nobody was given yet. */
    boolean unheard() {
        return sent.stream().anyMatch(one -> one.kind() == MediaKind.VOICE || one.withheld());
    }

    private boolean unread() {
        return !story.isEmpty() && !assessment().understood();
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
