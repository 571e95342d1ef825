package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasl.admin.Staffing;
import org.wasl.admin.officer.BrokenGlass;
import org.wasl.admin.officer.Gender;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffId;

/** Who is named in what somebody tells keeps away from it, and so does whoever serves where they do or in their chain. */
class StaffNamesTest {
    private final FreshCases cases = new FreshCases();
    private final Staffing staff = cases.staff;
    private final StaffNames names = new StaffNames(staff);
    private final CaseAccess access = new CaseAccess(staff, BrokenGlass.NEVER, null);

    @BeforeEach
    void aColleague() {
        staff.called(Staffing.HIWA, "هيوا كريم صالح (demonstration)")
                .scoped(Staffing.HIWA, Scope.everywhere("ar").of(Gender.MAN).servingIn(Governorate.DQ, "DQ-2"))
                .scoped(Staffing.NIDAL, Scope.everywhere("ar").servingIn(Governorate.DQ, "DQ-1"))
                .onDuty(Staffing.SALMA, Staffing.NIDAL, Staffing.HIWA, Staffing.LAYLA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "الشرطي هيوا كريم يهددني",
                "هيوا صالح ضربني",
                "كريم صالح",
                "اخاف من هيوا ، وهيوا كريم يعرف بيتي",
                "هيوا كــريم"
            })
    void findsTwoPartsOfAName(String words) {
        assertThat(names.in(words)).extracting(one -> one.id()).containsExactly(Staffing.HIWA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"هيوا يهددني", "كريم جاري", "كريم قال لصالح", "Layla demonstration", "صالح كريم", ""})
    void aPartAloneOrInAnotherOrderIsNobodys(String words) {
        assertThat(names.in(words)).isEmpty();
    }

    @Test
    void theCaseIsKeptFromThemAndFromWhereTheyServe() {
        Case held = cases.opened(aFiledReport().saying("الضابط هيوا كريم يبتزني"));

        assertThat(held.conflict()).isTrue();
        assertThat(held.events()).extracting(CaseEvent::kind).contains(CaseEvent.Kind.STAFF_NAMED);
        assertThat(readable(Staffing.HIWA, held)).isFalse();
        assertThat(readable(Staffing.NIDAL, held)).as("serves there").isFalse();
        assertThat(readable(Staffing.LAYLA, held)).as("not cleared").isFalse();
        assertThat(readable(Staffing.SALMA, held)).isTrue();
    }

    @Test
    void andFromTheirChainOfCommandWhereverThatServes() {
        staff.scoped(Staffing.SALMA, Scope.everywhere("ar").servingIn(null, "DQ"))
                .scoped(Staffing.NIDAL, Scope.everywhere("ar").servingIn(Governorate.BG, "DQ-20"));
        Case held = cases.opened(aFiledReport().saying("الضابط هيوا كريم يبتزني"));

        assertThat(readable(Staffing.SALMA, held)).as("above them").isFalse();
        assertThat(readable(Staffing.NIDAL, held))
                .as("of another unit elsewhere")
                .isTrue();
    }

    /** A case that cannot be read any more would be a lost one. */
    @Test
    void aCaseWrittenBeforeUnitsWereIsKeptFromWhereTheyServe() {
        CaseCodec codec = new CaseCodec();
        String now = new String(
                codec.write(cases.opened(aFiledReport().saying("الضابط هيوا كريم يبتزني"))), StandardCharsets.UTF_8);
        String before = now.replaceFirst(",\"units\":\\[[^]]*]", "");
        assertThat(before).isNotEqualTo(now);

        Case held = codec.read(before.getBytes(StandardCharsets.UTF_8));
        assertThat(readable(Staffing.HIWA, held)).isFalse();
        assertThat(readable(Staffing.NIDAL, held)).as("serves there").isFalse();
        assertThat(readable(Staffing.SALMA, held)).isTrue();
    }

    @Test
    void whatIsSaidLaterCountsAndIsSaidOnce() {
        Case held = cases.opened(aFiledReport().saying("ضابط يبتزني"));
        assertThat(held.conflict()).isFalse();

        Case named = cases.grown(held, aFiledReport().as(1).saying("اسمه هيوا كريم"));
        Case again = cases.grown(named, aFiledReport().as(2).saying("هيوا كريم"));

        assertThat(named.conflict()).isTrue();
        assertThat(again.events().stream().filter(one -> one.kind() == CaseEvent.Kind.STAFF_NAMED))
                .hasSize(1);
    }

    private boolean readable(StaffId who, Case held) {
        boolean readable = access.decide(staff.as(who), held).readable();
        assertThat(access.decide(staff.as(who), HotCase.of(held)).readable()).isEqualTo(readable);
        return readable;
    }
}
