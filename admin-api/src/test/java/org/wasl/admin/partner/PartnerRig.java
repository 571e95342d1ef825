package org.wasl.admin.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.casework.Assignments;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseDecisions;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseIntake;
import org.wasl.admin.casework.CaseworkSettings;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.referral.Outside;
import org.wasl.admin.referral.Referral;
import org.wasl.admin.store.ObjectKind;
import org.wasl.admin.store.ObjectStores;
import org.wasl.admin.store.SealedObjects;
import org.wasl.admin.store.StoreSettings;
import org.wasl.triage.handover.BundleSealer;
import org.wasl.triage.seal.CaseSealer;
import org.wasl.triage.seal.DeskKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;

/** The desks of this package over one desk node, with the shipped directory and the demonstration's partners in it. */
final class PartnerRig implements AutoCloseable {
    static final String SHELTER = "demo-shelter";
    static final String LEGAL = "demo-legal";
    static final String CYBER = "fed-cyber";
    static final String SECURITY = "fed-nss-131";

    final DeskRig desk = new DeskRig();
    final ApplicationContext node = desk.node("desk-1");
    final CaseBook book = node.getBean(CaseBook.class);
    final CaseDesk cases = node.getBean(CaseDesk.class);
    final PartnerSettings settings;
    final SealedObjects<Partner> store;
    final PartnerDesk partners;
    final ReferralDesk referrals;
    final TransferDesk transfers;
    final BundleDesk bundles;
    final OutsideReader reader;

    PartnerRig() {
        this(PartnerSettings.DEFAULTS);
    }

    PartnerRig(PartnerSettings settings) {
        this.settings = settings;
        CaseDecisions decisions = node.getBean(CaseDecisions.class);
        SecureRandom random = new SecureRandom();
        store = store(new ObjectStores(
                node.getBean(MongoTemplate.class), node.getBean(CaseSealer.class), StoreSettings.DEFAULTS));
        new PartnerSeeds(store, PartnerFile.read(PartnerFile.SHIPPED), true).start();
        partners = new PartnerDesk(store, desk.trail, settings, ids("p"), desk.clock);
        referrals = new ReferralDesk(decisions, partners, desk.staff, settings, ids("r"), desk.clock);
        transfers = new TransferDesk(
                decisions,
                book,
                node.getBean(Assignments.class),
                desk.staff,
                desk.trail,
                settings,
                ids("t"),
                CaseworkSettings.DEFAULTS.claimLease(),
                desk.clock);
        bundles = new BundleDesk(
                decisions,
                book,
                cases,
                partners,
                new Handover(words()),
                new BundleSealer(Keys.DESK.signer()),
                settings,
                ids("b"),
                random,
                desk.clock);
        reader = new OutsideReader(cases, partners);
        desk.staff.onDuty(Staffing.SALMA, Staffing.NIDAL, Staffing.LAYLA);
    }

    static SealedObjects<Partner> store(ObjectStores stores) {
        return stores.open(new ObjectKind<>("partner", Partner.class, 1, 64 * 1024, 1000, _ -> true));
    }

    static Supplier<String> ids(String kind) {
        AtomicInteger next = new AtomicInteger();
        return () -> kind + next.incrementAndGet();
    }

    /** The public half by which a partner knows this desk. */
    static Path sender() {
        return Keys.FOLDER.botFolder().resolve("desk-verify.public");
    }

    static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasenames(Stream.of("partner", "codes", "case", "casework", "reasons", "fieldwork", "visit")
                .map("console/messages/"::concat)
                .toArray(String[]::new));
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }

    /** A case that came in, taken by Salma. */
    Case taken(FiledReports filed) {
        Case held = arrived(filed);
        done(cases.acknowledge(staff(Staffing.SALMA), held.number(), null));
        return held;
    }

    /** A case nobody has taken. */
    Case arrived(FiledReports filed) {
        desk.deskSays(filed.build().story(), filed.assessment());
        node.getBean(CaseIntake.class)
                .receive(filed.build(), "digest " + filed.build().sequence());
        return book.read(book.caseOf(filed.build().id()).orElseThrow()).orElseThrow();
    }

    CurrentStaff staff(StaffId id) {
        return desk.staff.as(id);
    }

    CurrentStaff salma() {
        return staff(Staffing.SALMA);
    }

    CurrentStaff nidal() {
        return staff(Staffing.NIDAL);
    }

    /** What the person said when Salma asked them. */
    CaseChange says(Case held, String scope, boolean yes) {
        return referrals.recordConsent(
                salma(),
                held.number(),
                new ReferralDesk.Asked(scope, yes, "read out, 1", "ar-IQ", "phone"),
                null,
                null);
    }

    CaseChange propose(Case held, String partner) {
        return propose(held, partner, null);
    }

    CaseChange propose(Case held, String partner, @Nullable Overriding without) {
        return referrals.propose(salma(), held.number(), partner, "a safe place tonight", without, null, null);
    }

    /** A referral the person agreed to, not sent yet. */
    Referral agreed(Case held, String partner) {
        done(says(held, "referral", true));
        done(propose(held, partner));
        return referral(held);
    }

    /** A partner's contact with a key of theirs, as two people of the desk confirmed it. */
    void keyed(String partner, String key) {
        PartnerContact contact = new PartnerContact(PartnerContact.Way.IN_PERSON, "the head of the house", key);
        PartnerEntry entry = partners.find(partner).orElseThrow();
        assertThat(partners.propose(salma(), partner, entry.edition(), contact))
                .isInstanceOf(PartnerOutcome.Done.class);
        assertThat(partners.confirm(nidal(), partner, entry.edition() + 1, true))
                .isInstanceOf(PartnerOutcome.Done.class);
    }

    Case now(Case held) {
        return book.read(held.number()).orElseThrow();
    }

    Outside outside(Case held) {
        return now(held).outside();
    }

    Referral referral(Case held) {
        return outside(held).referrals().getLast();
    }

    static void done(CaseChange change) {
        assertThat(change).isInstanceOf(CaseChange.Done.class);
    }

    static CaseChange no(CaseChange.Why why) {
        return new CaseChange.Refused(why);
    }

    static List<PartnerKind> kinds(List<Fit> fits) {
        return fits.stream().map(fit -> fit.entry().partner().profile().kind()).toList();
    }

    @Override
    public void close() {
        desk.close();
    }

    private record Keys() {
        static final KeyFolder FOLDER = make();
        static final DeskKeys DESK = DeskKeys.load(FOLDER.deskFolder(), secret());

        private static DeskSecret secret() {
            return DeskSecret.of("5a".repeat(32));
        }

        private static KeyFolder make() {
            try {
                Path folder = Files.createTempDirectory("wasl-partner-keys");
                return KeyFolder.create(folder.resolve("keys"), secret(), new SecureRandom());
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        }
    }
}
