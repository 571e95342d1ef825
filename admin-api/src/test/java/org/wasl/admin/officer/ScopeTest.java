package org.wasl.admin.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.wasl.triage.report.Category;

class ScopeTest {
    private static final Scope BASRA = Scope.NONE.in(Set.of(Governorate.BA)).speaking("ar");

    @Test
    void coversItsOwnPlaceAndAPlaceNobodyNamed() {
        assertThat(BASRA.coversPlace("IQ-BA")).isTrue();
        assertThat(BASRA.coversPlace("BA")).isTrue();
        assertThat(BASRA.coversPlace("IQ-BG")).isFalse();
        assertThat(BASRA.coversPlace(null)).isTrue();
        assertThat(BASRA.coversPlace("somewhere")).isTrue();
    }

    @Test
    void somebodyWithoutPlacesCoversNone() {
        assertThat(Scope.NONE.coversPlace("IQ-BA")).isFalse();
    }

    @Test
    void aRestrictionToCategoriesHoldsForTheWholeCase() {
        Scope cyber = BASRA.only(Set.of(Category.CYB, Category.BLK));

        assertThat(cyber.covers("IQ-BA", List.of(Category.BLK))).isTrue();
        assertThat(cyber.covers("IQ-BA", List.of(Category.DV, Category.CYB))).isTrue();
        assertThat(cyber.covers("IQ-BA", List.of(Category.DV))).isFalse();
        assertThat(cyber.covers("IQ-BG", List.of(Category.BLK))).isFalse();
        assertThat(BASRA.covers("IQ-BA", List.of(Category.DV))).isTrue();
    }

    @Test
    void aShiftRunsOverMidnightOnBaghdadsClock() {
        Shift night = new Shift(LocalTime.of(22, 0), LocalTime.of(6, 0));

        assertThat(night.covers(LocalTime.of(23, 59))).isTrue();
        assertThat(night.covers(LocalTime.of(5, 59))).isTrue();
        assertThat(night.covers(LocalTime.of(6, 0))).isFalse();
        assertThat(night.covers(LocalTime.NOON)).isFalse();
        Clock quarterPastTen = Clock.fixed(Instant.parse("2026-11-22T19:15:00Z"), ZoneOffset.UTC);
        assertThat(withShift(night).inShift(quarterPastTen)).isTrue();
        assertThatThrownBy(() -> new Shift(LocalTime.NOON, LocalTime.NOON)).hasMessageContaining("two different");
    }

    @Test
    void anAbsenceEndsOnTheFirstDayBack() {
        Scope away = BASRA.absentUntil(LocalDate.of(2026, 11, 23));

        assertThat(away.absentOn(LocalDate.of(2026, 11, 22))).isTrue();
        assertThat(away.absentOn(LocalDate.of(2026, 11, 23))).isFalse();
    }

    @Test
    void refusesWhatIsNoScope() {
        assertThatThrownBy(() -> BASRA.speaking("fr")).hasMessageContaining("languages");
        assertThatThrownBy(() -> BASRA.holding(-1)).hasMessageContaining("capacity: -1");
        assertThatThrownBy(() -> BASRA.servingIn(null, "unit with spaces")).hasMessageContaining("unit");
    }

    @Test
    void comesBackFromTheStoreAsItWas() {
        Scope full = withShift(new Shift(LocalTime.of(8, 0), LocalTime.of(16, 30)))
                .only(Set.of(Category.CHI))
                .trainedFor(Set.of(Specialism.CHILD, Specialism.GBV))
                .of(Gender.WOMAN)
                .holding(12)
                .absentUntil(LocalDate.of(2026, 12, 1))
                .servingIn(Governorate.BA, "BA-CP-3");

        assertThat(ScopeDocument.of(new Document("scope", ScopeDocument.write(full))))
                .isEqualTo(full);
        assertThat(ScopeDocument.of(new Document("scope", ScopeDocument.write(Scope.NONE))))
                .isEqualTo(Scope.NONE);
    }

    @Test
    void anAccountOfTheFirstVersionIsStillRead() {
        Document first = Document.parse("{\"_id\":\"" + "a".repeat(32) + "\",\"version\":1,\"name\":\"Layla\","
                + "\"role\":\"OPERATOR\",\"languages\":[\"ar\",\"ckb\"],\"territories\":[\"KRI\"],\"gender\":\"WOMAN\","
                + "\"demonstration\":false,\"enabled\":true,\"sessions\":[],\"devices\":[]}");

        Account account = AccountDocument.read(first);

        Scope scope = account.profile().scope();
        assertThat(scope.governorates())
                .containsExactlyInAnyOrder(Governorate.AR, Governorate.DA, Governorate.SU, Governorate.HA);
        assertThat(scope.languages()).containsExactlyInAnyOrder("ar", "ckb");
        assertThat(scope.gender()).isEqualTo(Gender.WOMAN);
        assertThat(AccountDocument.read(AccountDocument.write(account)).profile())
                .isEqualTo(account.profile());
    }

    private static Scope withShift(Shift shift) {
        return new Scope(
                Set.of(Governorate.BA), Set.of("ar"), Set.of(), Set.of(), Gender.UNSTATED, shift, 0, null, null, "");
    }
}
