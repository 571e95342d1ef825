package org.wasl.admin.statistics;

import java.util.List;

/** What comes of a question about counts. */
sealed interface Answer {

    /** The cells of a cross, all of them, in a fixed order. */
    record Cells(String period, Population population, List<Dimension> by, List<CellFigure> cells) implements Answer {}

    /** Nothing was released for such a period. */
    record NotReleased() implements Answer {}

    /** These are not told together: more than three, or not in the list of crosses. */
    record NotCrossed() implements Answer {}

    /** One cell: a value for each dimension of the cross, in its order. */
    record CellFigure(List<String> at, Figure figure) {}
}
