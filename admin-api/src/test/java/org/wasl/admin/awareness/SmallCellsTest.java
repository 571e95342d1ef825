package org.wasl.admin.awareness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmallCellsTest {
    private final SmallCells cells = new SmallCells(5);

    @Test
    void hidesFewAndShowsNobodyAndMany() {
        assertThat(cells.shown(0)).isZero();
        assertThat(cells.shown(4)).isNull();
        assertThat(cells.shown(5)).isEqualTo(5);
    }

    @Test
    void hidesOneMoreWhereATotalWouldGiveTheOnlyHiddenOneAway() {
        assertThat(cells.besideTheirTotal(List.of(40, 2, 9))).containsExactly(40, null, null);
        assertThat(cells.besideTheirTotal(List.of(1, 2, 9))).containsExactly(null, null, 9);
        assertThat(cells.besideTheirTotal(List.of(8, 6, 0))).containsExactly(8, 6, 0);
    }

    /** One group alone is its total. */
    @Test
    void hidesTheTotalOfOneHiddenGroup() {
        assertThat(cells.total(List.of(3, 0, 0))).isNull();
        assertThat(cells.total(List.of(40, 2, 9))).isEqualTo(51);
    }
}
