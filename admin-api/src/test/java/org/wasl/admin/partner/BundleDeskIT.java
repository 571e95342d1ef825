package org.wasl.admin.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasl.admin.FiledReports.aFiledReport;
import static org.wasl.admin.partner.PartnerRig.LEGAL;
import static org.wasl.admin.partner.PartnerRig.SECURITY;
import static org.wasl.admin.partner.PartnerRig.SHELTER;
import static org.wasl.admin.partner.PartnerRig.done;
import static org.wasl.admin.partner.PartnerRig.no;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.LocalFileHeader;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.audit.Act;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseChange.Why;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.partner.BundleDesk.Look;
import org.wasl.admin.referral.Bundle;
import org.wasl.admin.referral.Bundle.Field;
import org.wasl.admin.referral.Bundle.Format;
import org.wasl.admin.referral.Referral;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.handover.HandoverCommand;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;
import org.wasl.triage.seal.Bytes;

/** What is handed to a partner, from its ticks to the partner's own screen. */
class BundleDeskIT {
    private static final String STORY = "he locked the door <script>alert(1)</script>";
    private static final Set<Field> PLAIN = EnumSet.of(
            Field.URGENCY, Field.MATTER, Field.PLACE, Field.AGE_BAND, Field.LANGUAGE, Field.WISHES, Field.DANGERS);

    @TempDir
    private Path folder;

    private final PartnerRig rig = new PartnerRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void whatIsSealedForAPartnerIsOpenedByTheirCommandAndByNobodyElses() throws IOException {
        Path key = folder.resolve("shelter.key");
        rig.keyed(SHELTER, newKey(key));
        newKey(folder.resolve("stranger.key"));
        Case held = rig.taken(violence());
        Referral referral = rig.agreed(held, SHELTER);
        BundleFile file = released(held, referral, ticked(Format.SEALED, PLAIN));

        String page = opened(key, file.content());

        assertThat(page)
                .contains("lang=\"ar\"", "dir=\"rtl\"", "a safe place tonight", "بغداد", referral.id())
                .doesNotContain("locked the door", held.number().value(), "Salma", "<script");
        assertThat(file.passphrase()).isEmpty();
        assertThat(file.name()).isEqualTo(referral.id() + ".wasl");
        String clear = new String(file.content().toArray(), StandardCharsets.ISO_8859_1);
        assertThat(clear).startsWith("wasl-handover-1\n" + referral.id() + "\n");
        assertThat(clear)
                .doesNotContain("safe place", held.number().value(), "<dl>", "Salma", SHELTER)
                .doesNotContain(new String("بغداد".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));

        assertThat(open(folder.resolve("stranger.key"), file.content())).isEqualTo(HandoverCommand.REFUSED);
        byte[] changed = file.content().toArray();
        changed[changed.length / 2] ^= 1;
        assertThat(open(key, Bytes.copyOf(changed))).isEqualTo(HandoverCommand.REFUSED);
    }

    @Test
    void aZipOpensWithThePassphraseThatWasMadeAndWithNoOther() throws IOException {
        Case held = rig.taken(violence());
        Referral referral = rig.agreed(held, SHELTER);

        BundleFile file = released(held, referral, ticked(Format.ZIP, PLAIN));

        assertThat(file.passphrase()).matches("([2-9B-Z]{4}-){5}[2-9B-Z]{4}");
        assertThat(unzipped(file, file.passphrase())).contains("a safe place tonight");
        assertThatThrownBy(() -> unzipped(file, "23456-wrong")).isInstanceOf(ZipException.class);
        assertThat(new String(file.content().toArray(), StandardCharsets.ISO_8859_1))
                .contains(BundleFile.INSIDE)
                .doesNotContain("safe place", held.number().value());
    }

    @Test
    void nothingLeavesBeforeASecondPersonWhoKeepsTheDirectoryReleasedIt() {
        Case held = rig.taken(violence());
        Referral referral = rig.agreed(held, SHELTER);
        String id = asked(held, referral, ticked(Format.ZIP, PLAIN));

        assertThat(file(held, id)).isEqualTo(new Look.Not(no(Why.NEEDS_ANOTHER_PERSON)));
        assertThat(rig.bundles.release(rig.salma(), held.number(), id, null, null))
                .isEqualTo(no(Why.NEEDS_ANOTHER_PERSON));
        assertThat(rig.bundles.release(rig.staff(Staffing.LAYLA), held.number(), id, null, null))
                .isEqualTo(no(Why.NOT_ALLOWED));
        assertThat(rig.bundles.release(rig.nidal(), held.number(), id, null, null))
                .isEqualTo(no(Why.LOOK_FIRST));
        long edition = rig.now(held).edition();
        assertThat(rig.bundles.asked(rig.nidal(), held.number(), id)).isInstanceOf(Look.Page.class);
        done(rig.bundles.release(rig.nidal(), held.number(), id, edition, null));
        assertThat(rig.bundles.release(rig.nidal(), held.number(), id, null, null))
                .isEqualTo(no(Why.NOTHING_ASKED));

        assertThat(file(held, id)).isInstanceOf(Look.File.class);
        assertThat(bundle(held).given()).isEqualTo(rig.desk.clock.instant());
        assertThat(rig.now(held).events().stream()
                        .map(event -> event.kind().name())
                        .filter(kind -> kind.startsWith("BUNDLE")))
                .containsExactly("BUNDLE_ASKED", "BUNDLE_RELEASED", "BUNDLE_GIVEN");
        assertThat(rig.now(held).audits()).extracting(entry -> entry.act()).contains(Act.CASE_EXPORTED);
    }

    @Test
    void wordsNameAndContactLeaveOnlyWithConsentsOfTheirOwn() {
        Case held = rig.taken(violence());
        Referral referral = rig.agreed(held, SHELTER);
        for (Field field : List.of(Field.WORDS, Field.NAME, Field.CONTACT)) {
            BundleDesk.Ticked ticked =
                    new BundleDesk.Ticked(Set.of(field), Format.ZIP, "en", "Noor <b>", "+964 770 000 0000");
            assertThat(preview(held, referral, ticked)).isEqualTo(new Look.Not(no(Why.NO_CONSENT)));
            assertThat(ask(held, referral, ticked)).isEqualTo(no(Why.NO_CONSENT));
            String scope = field.consent();
            done(rig.says(held, scope == null ? "" : scope, true));
            assertThat(preview(held, referral, ticked)).isInstanceOf(Look.Page.class);
        }

        BundleDesk.Ticked all = new BundleDesk.Ticked(
                EnumSet.of(Field.WORDS, Field.NAME, Field.CONTACT), Format.ZIP, "en", "Noor <b>", "+964 770 000 0000");
        assertThat(page(preview(held, referral, all)))
                .contains("locked the door", "Noor &lt;b&gt;", "+964 770 000 0000")
                .doesNotContain("<script", "<b>");
        assertThat(page(preview(held, referral, ticked(Format.ZIP, PLAIN)))).doesNotContain("Noor", "locked");
    }

    @Test
    void aTypedNameThatIsNotTickedStaysHere() {
        Case held = rig.taken(violence());
        Referral referral = rig.agreed(held, SHELTER);
        BundleDesk.Ticked ticked = new BundleDesk.Ticked(PLAIN, Format.ZIP, "en", "Noor", "at her sister's");

        assertThat(page(preview(held, referral, ticked))).doesNotContain("Noor", "sister");
        asked(held, referral, ticked);

        assertThat(bundle(held).name()).isNull();
        assertThat(bundle(held).contact()).isNull();
    }

    @Test
    void whatChangedSinceItWasLookedAtHasToBeLookedAtAgain() {
        Case held = rig.taken(violence());
        Referral referral = rig.agreed(held, SHELTER);
        String id = asked(held, referral, ticked(Format.ZIP, PLAIN));
        letGo(held, id);
        done(rig.cases.raise(rig.salma(), held.number(), Level.L1_IMMEDIATE, "he is at the door", null));

        assertThat(file(held, id)).isEqualTo(new Look.Not(no(Why.NOT_READY)));
    }

    @Test
    void itExpiresAndGoesWithTheConsentItRestsOn() {
        Case held = rig.taken(violence());
        Referral referral = rig.agreed(held, SHELTER);
        String first = asked(held, referral, ticked(Format.ZIP, PLAIN));
        rig.desk.clock.pass(rig.settings.bundleLasts());
        assertThat(rig.bundles.release(rig.nidal(), held.number(), first, null, null))
                .isEqualTo(no(Why.NOTHING_ASKED));

        String second = asked(held, referral, ticked(Format.ZIP, PLAIN));
        letGo(held, second);
        done(rig.says(held, "referral", false));
        assertThat(file(held, second)).isEqualTo(new Look.Not(no(Why.NOT_FROM_HERE)));

        Referral again = rig.agreed(held, LEGAL);
        String third = asked(held, again, ticked(Format.ZIP, PLAIN));
        letGo(held, third);
        rig.desk.clock.pass(rig.settings.bundleLasts());
        assertThat(file(held, third)).isEqualTo(new Look.Not(no(Why.NOT_READY)));
    }

    @Test
    void accountsGoOnlyToThoseWhoCanDoSomethingAndSelfIncriminationToNobody() {
        Case held = rig.taken(violence().tagged(Tag.INCRIMINATING_CONTEXT));
        Referral referral = rig.agreed(held, SHELTER);
        done(rig.says(held, "words", true));

        assertThat(preview(held, referral, ticked(Format.ZIP, Set.of(Field.ACCUSED_ACCOUNTS))))
                .isEqualTo(new Look.Not(no(Why.NOT_ALLOWED)));
        assertThat(preview(held, referral, ticked(Format.ZIP, Set.of(Field.WORDS))))
                .isEqualTo(new Look.Not(no(Why.NOT_ALLOWED)));

        done(rig.says(held, "referral:" + SECURITY, true));
        done(rig.propose(held, SECURITY));
        assertThat(preview(held, rig.referral(held), ticked(Format.ZIP, Set.of(Field.ACCUSED_ACCOUNTS))))
                .isInstanceOf(Look.Page.class);
    }

    @Test
    void nothingThatLeadsToSomebodyStandsInWhatIsAskedUnlessContactIsTicked() {
        Case held = rig.taken(violence());
        done(rig.says(held, "referral", true));
        done(rig.referrals.propose(
                rig.salma(), held.number(), SHELTER, "call ٠٧٧٠ ٠٠٠ ٠٠٠٠ at night", null, null, null));

        assertThat(preview(held, rig.referral(held), ticked(Format.ZIP, PLAIN)))
                .isEqualTo(new Look.Not(no(Why.NO_CONSENT)));
        assertThat(Handover.reaches("write to a@b.example")).isTrue();
        assertThat(Handover.reaches("two children, 6 and 8")).isFalse();
    }

    @Test
    void aPassphraseSomebodyChoseIsRefusedAndAKeyIsNeededToSeal() {
        Case held = rig.taken(violence());
        Referral referral = rig.agreed(held, SHELTER);
        assertThat(ask(held, referral, ticked(Format.SEALED, PLAIN))).isEqualTo(no(Why.NOT_READY));
        String id = asked(held, referral, ticked(Format.ZIP, PLAIN));
        letGo(held, id);

        assertThat(rig.bundles.file(rig.salma(), held.number(), id, "police2026", null))
                .isEqualTo(new Look.Not(no(Why.NOT_READY)));
        String shown = rig.bundles.passphrase();
        assertThat(rig.bundles.file(rig.salma(), held.number(), id, shown, null))
                .isInstanceOfSatisfying(
                        Look.File.class,
                        made -> assertThat(made.file().passphrase()).isEqualTo(shown));
    }

    @Test
    void whoMayNotReadTheCaseLooksAtNoPageOfIt() {
        Case held = rig.taken(violence().about(Category.SXV));
        Referral referral = rig.agreed(held, SHELTER);
        BundleDesk.Ticked ticked = ticked(Format.ZIP, PLAIN);

        assertThat(preview(rig.staff(Staffing.LAYLA), held, referral, ticked))
                .isEqualTo(new Look.Not(no(Why.NOT_ALLOWED)));
        assertThat(preview(rig.nidal(), held, referral, ticked)).isEqualTo(new Look.Not(no(Why.NOT_YOURS)));
        String id = asked(held, referral, ticked);
        assertThat(rig.bundles.asked(rig.nidal(), held.number(), id)).isInstanceOf(Look.Page.class);
        letGo(held, id);
        assertThat(rig.bundles.asked(rig.nidal(), held.number(), id)).isEqualTo(new Look.Not(no(Why.NOT_YOURS)));
        assertThat(rig.bundles.file(rig.nidal(), held.number(), id, null, null))
                .isEqualTo(new Look.Not(no(Why.NOT_YOURS)));
    }

    @Test
    void thereAreLimitsToHowMuchAndWhatIsSentIsStrict() {
        try (PartnerRig small = new PartnerRig(
                new PartnerSettings(Duration.ofDays(180), 500, 5, 9, 1, 1000, Duration.ofDays(1), 2000))) {
            Case held = small.taken(violence().saying("long ".repeat(500)));
            Referral referral = small.agreed(held, SHELTER);
            done(small.says(held, "words", true));
            assertThat(small.bundles.preview(
                            small.salma(), held.number(), referral.id(), ticked(Format.ZIP, Set.of(Field.WORDS))))
                    .isEqualTo(new Look.Not(no(Why.TOO_LONG)));
            assertThat(small.bundles.ask(
                            small.salma(), held.number(), referral.id(), ticked(Format.ZIP, PLAIN), null, null))
                    .isInstanceOf(CaseChange.WaitsForSecond.class);
            assertThat(small.bundles.ask(
                            small.salma(), held.number(), referral.id(), ticked(Format.ZIP, PLAIN), null, null))
                    .isEqualTo(no(Why.TOO_MANY));
            assertThat(small.bundles.file(small.salma(), held.number(), "../b1", null, null))
                    .isEqualTo(new Look.Not(no(Why.UNKNOWN_PARTY)));
        }
        assertThatThrownBy(() -> new BundleDesk.Ticked(PLAIN, Format.ZIP, "fr", "", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BundleDesk.Ticked(PLAIN, Format.ZIP, "en", "x".repeat(121), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static FiledReports violence() {
        return aFiledReport()
                .saying(STORY)
                .about(Category.DV)
                .judged(Level.L2_EMERGENT)
                .with(Fact.chosen(FactKey.GOVERNORATE, Truth.YES, "BG"))
                .with(Fact.chosen(FactKey.CONFINED, Truth.YES));
    }

    private static BundleDesk.Ticked ticked(Format format, Set<Field> fields) {
        return new BundleDesk.Ticked(fields, format, "ar", "", "");
    }

    private Look preview(Case held, Referral referral, BundleDesk.Ticked ticked) {
        return preview(rig.salma(), held, referral, ticked);
    }

    private Look preview(CurrentStaff staff, Case held, Referral referral, BundleDesk.Ticked ticked) {
        return rig.bundles.preview(staff, held.number(), referral.id(), ticked);
    }

    private CaseChange ask(Case held, Referral referral, BundleDesk.Ticked ticked) {
        return rig.bundles.ask(rig.salma(), held.number(), referral.id(), ticked, null, null);
    }

    private String asked(Case held, Referral referral, BundleDesk.Ticked ticked) {
        assertThat(ask(held, referral, ticked)).isInstanceOf(CaseChange.WaitsForSecond.class);
        return bundle(held).id();
    }

    private Look file(Case held, String id) {
        return rig.bundles.file(rig.salma(), held.number(), id, null, null);
    }

    /** Read, and released, by somebody else than who asked. */
    private void letGo(Case held, String id) {
        assertThat(rig.bundles.asked(rig.nidal(), held.number(), id)).isInstanceOf(Look.Page.class);
        done(rig.bundles.release(rig.nidal(), held.number(), id, null, null));
    }

    private BundleFile released(Case held, Referral referral, BundleDesk.Ticked ticked) {
        String id = asked(held, referral, ticked);
        letGo(held, id);
        return ((Look.File) file(held, id)).file();
    }

    private Bundle bundle(Case held) {
        return rig.referral(held).bundles().getLast();
    }

    private static String page(Look look) {
        assertThat(look).isInstanceOf(Look.Page.class);
        return ((Look.Page) look).html();
    }

    /** What a partner does once: makes a key, and tells the desk its public half. */
    private static String newKey(Path file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(command(Bytes.EMPTY, out).run(List.of("new-key", file.toString())))
                .isEqualTo(HandoverCommand.DONE);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow()
                .replaceAll(".* ", "");
    }

    private static String opened(Path key, Bytes file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(open(key, file, out)).isEqualTo(HandoverCommand.DONE);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int open(Path key, Bytes file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int ended = open(key, file, out);
        assertThat(out.size()).isZero();
        return ended;
    }

    private static int open(Path key, Bytes file, ByteArrayOutputStream out) {
        return command(file, out)
                .run(List.of("open", key.toString(), PartnerRig.sender().toString()));
    }

    private static HandoverCommand command(Bytes in, ByteArrayOutputStream out) {
        return new HandoverCommand(
                new ByteArrayInputStream(in.toArray()),
                out,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new SecureRandom());
    }

    private static @Nullable String unzipped(BundleFile file, String passphrase) throws IOException {
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(file.content().toArray()), passphrase.toCharArray())) {
            LocalFileHeader entry = zip.getNextEntry();
            assertThat(entry.getFileName()).isEqualTo(BundleFile.INSIDE);
            assertThat(entry.getAesExtraDataRecord().getAesKeyStrength()).isEqualTo(AesKeyStrength.KEY_STRENGTH_256);
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
