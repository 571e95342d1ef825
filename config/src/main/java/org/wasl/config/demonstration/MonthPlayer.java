package org.wasl.config.demonstration;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.intake.Consent;
import org.wasl.triage.intake.FiledReport;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.Line;
import org.wasl.triage.mailbox.Receipt;
import org.wasl.triage.mailbox.ReceiptKeys;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Report;
import org.wasl.triage.report.Truth;
import tools.jackson.databind.JsonNode;

/**
 * Plays the month at a desk whose clock it sets: each report is filed as the bot files it, and each deed is done through
 * the API by a seat of the demonstration. So what comes of it is what the desk made of it, levels and refusals included.
 */
public final class MonthPlayer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ID_BYTES = 16;
    private static final int RUN_BYTES = 8;

    private final Month month = Month.read();
    private final Triage triage = Triage.load();
    private final SetClock clock;
    private final URI desk;
    private final Consumer<IntakeEntry> hands;
    private final ReceiptKeys receipts;
    private final SecureRandom random;
    private final CaseDeeds deeds;
    private final DeskRounds rounds;
    private final Set<String> numbers = new HashSet<>();

    /** @param hands hands something to the desk the way a bot node does */
    public MonthPlayer(
            SetClock clock, URI desk, Consumer<IntakeEntry> hands, ReceiptKeys receipts, SecureRandom random) {
        this.clock = clock;
        this.desk = desk;
        this.hands = hands;
        this.receipts = receipts;
        this.random = random;
        this.deeds = new CaseDeeds(month, desk);
        this.rounds = new DeskRounds(desk);
    }

    /**
     * Plays everything that has happened by now.
     *
     * @param now the real time; nothing of the month lies after it
     * @param until what lies after this does not happen
     * @param progress told of each report
     * @return how many reports were filed
     */
    public int play(Instant now, Instant until, Consumer<String> progress) {
        LocalDate today = now.atZone(Month.BAGHDAD).toLocalDate();
        List<DeskRounds.Moment> moments = new ArrayList<>(rounds.of(month, today));
        Map<Month.Told, String> cases = new HashMap<>();
        for (Month.Told told : month.reports()) {
            Instant at = told.moment(today);
            moments.add(new DeskRounds.Moment(at, () -> {
                cases.put(told, file(told, at));
                progress.accept(cases.size() + " of " + month.reports().size());
            }));
            for (Month.Deed deed : Objects.requireNonNull(month.courses().get(told.course()), told.course())) {
                Instant then = at.plus(deed.after());
                moments.add(new DeskRounds.Moment(
                        then, () -> deeds.does(deed, told, Objects.requireNonNull(cases.get(told)), then)));
            }
        }
        moments.sort(Comparator.comparing(DeskRounds.Moment::at));
        for (DeskRounds.Moment moment : moments) {
            if (moment.at().isBefore(until)) {
                clock.set(moment.at());
                moment.happens().run();
            }
        }
        clock.set(now);
        byte[] run = new byte[RUN_BYTES];
        random.nextBytes(run);
        hands.accept(new IntakeEntry.ConversationsCounted(
                YearMonth.from(today), HexFormat.of().formatHex(run), month.left(), month.said()));
        return cases.size();
    }

    private String file(Month.Told told, Instant at) {
        Facts facts = Facts.of(Fact.chosen(FactKey.FOR_WHOM, Truth.YES, told.whom()))
                .with(Fact.chosen(FactKey.GOVERNORATE, Truth.YES, told.place()))
                .with(Fact.chosen(FactKey.AGE_BAND, Truth.YES, told.age()));
        Assessment assessment = triage.assess(new Report(told.text(), facts));
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        hands.accept(new IntakeEntry.Filed(new FiledReport(
                new IntakeId(HexFormat.of().formatHex(id)),
                0,
                false,
                false,
                at,
                told.locale(),
                told.channel(),
                told.text(),
                List.of(new Line(Line.Speaker.CITIZEN, told.text(), null, at)),
                assessment.facts(),
                assessment,
                List.of(
                        new Consent("report", true, "1", told.locale(), at, told.channel()),
                        new Consent("contact", true, "1", told.locale(), at, told.channel())),
                receipts.derive(Receipt.mint(random)).getFirst().address(),
                null,
                null,
                List.of(),
                List.of(),
                DigitalEvidence.NONE)));
        return arrived();
    }

    /** The number of the case that has come since the last look. */
    private String arrived() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (SeatClient operator = new SeatClient(desk, "supervisor").signsIn()) {
            while (System.nanoTime() < end) {
                for (JsonNode row : operator.read("/api/queue?limit=100").get("items")) {
                    String number = row.get("number").asString();
                    if (numbers.add(number)) {
                        return number;
                    }
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("a report did not arrive at the desk");
    }
}
