package org.wasl.admin.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wasl.admin.officer.Governorate;

/**
 * The governorates as tiles of one size, each about where it lies: a small one is seen as well as a large one. North is
 * up in every language; the number in a tile says what its shade says.
 */
final class TileMap {
    public static final int TILE_WIDTH = 100;
    public static final int TILE_HEIGHT = 66;

    private static final int GAP = 6;
    private static final int STEPS = 4;

    /** Column and row; Kurdistan's in the north, Basra in the south-east corner. */
    private static final Map<Governorate, int[]> PLACES = new EnumMap<>(Map.ofEntries(
            Map.entry(Governorate.DA, new int[] {2, 0}),
            Map.entry(Governorate.NI, new int[] {1, 1}),
            Map.entry(Governorate.AR, new int[] {2, 1}),
            Map.entry(Governorate.SU, new int[] {3, 1}),
            Map.entry(Governorate.SD, new int[] {1, 2}),
            Map.entry(Governorate.KI, new int[] {2, 2}),
            Map.entry(Governorate.HA, new int[] {3, 2}),
            Map.entry(Governorate.AN, new int[] {0, 3}),
            Map.entry(Governorate.BG, new int[] {1, 3}),
            Map.entry(Governorate.DI, new int[] {2, 3}),
            Map.entry(Governorate.KA, new int[] {0, 4}),
            Map.entry(Governorate.BB, new int[] {1, 4}),
            Map.entry(Governorate.WA, new int[] {2, 4}),
            Map.entry(Governorate.NA, new int[] {0, 5}),
            Map.entry(Governorate.QA, new int[] {1, 5}),
            Map.entry(Governorate.DQ, new int[] {2, 5}),
            Map.entry(Governorate.MA, new int[] {3, 5}),
            Map.entry(Governorate.MU, new int[] {1, 6}),
            Map.entry(Governorate.BA, new int[] {3, 6})));

    private TileMap() {}

    /**
     * One governorate.
     *
     * @param shade 0 for none to 4 for the most, 0 too where nothing is told
     */
    public record Tile(int x, int y, int width, int height, String name, String figure, int shade, boolean withheld) {
        public int middle() {
            return x + width / 2;
        }

        public int nameLine() {
            return y + height * 2 / 5;
        }

        public int figureLine() {
            return y + height * 4 / 5;
        }
    }

    static List<Tile> of(FigureTable table, Words words) {
        Map<String, Figure> figures = new java.util.HashMap<>();
        table.rows().forEach(row -> figures.put(row.value(), row.total()));
        List<Tile> tiles = new ArrayList<>();
        for (Governorate governorate : Governorate.values()) {
            int[] place = PLACES.getOrDefault(governorate, new int[] {0, 0});
            Figure figure = figures.getOrDefault(governorate.name(), Figure.of(0));
            tiles.add(new Tile(
                    place[0] * TILE_WIDTH,
                    place[1] * TILE_HEIGHT,
                    TILE_WIDTH - GAP,
                    TILE_HEIGHT - GAP,
                    words.value(Dimension.GOVERNORATE, governorate.name()).replaceAll(" *\\(.*", ""),
                    figure.text(),
                    shade(figure.value(), table.largest()),
                    figure.kind() == Figure.Kind.WITHHELD));
        }
        return tiles;
    }

    static Map<Governorate, int[]> places() {
        return PLACES;
    }

    private static int shade(long value, long largest) {
        return value == 0 ? 0 : (int) Math.max(1, Math.min(STEPS, (value * STEPS + largest - 1) / largest));
    }
}
