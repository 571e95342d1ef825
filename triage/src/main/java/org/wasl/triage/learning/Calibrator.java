package org.wasl.triage.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wasl.triage.classifier.Calibration;

/**
 * Finds what a score is worth: isotonic regression over held-out texts (pool adjacent violators), in blocks large
 * enough to be believed.
 */
final class Calibrator {

    /** A share counted on fewer texts is too uncertain to stand for itself. */
    private static final int SMALLEST_BLOCK = 40;

    private Calibrator() {}

    /** A score and whether the answer was yes. */
    record Scored(double score, boolean yes) {}

    static Calibration of(List<Scored> scored) {
        if (scored.isEmpty()) {
            throw new IllegalArgumentException("calibration: no held-out texts");
        }
        List<Scored> ordered = new ArrayList<>(scored);
        ordered.sort(Comparator.comparingDouble(Scored::score));
        List<Block> blocks = rising(blocks(ordered));
        double[] scores = blocks.stream().mapToDouble(Block::score).toArray();
        double[] shares = blocks.stream().mapToDouble(Block::share).toArray();
        return new Calibration(scores, shares);
    }

    private record Block(double sum, int yes, int count) {

        double score() {
            return sum / count;
        }

        /** Never quite sure: one imagined text of each answer is in each block. */
        double share() {
            return (yes + 1.0) / (count + 2.0);
        }

        Block and(Block other) {
            return new Block(sum + other.sum, yes + other.yes, count + other.count);
        }
    }

    private static List<Block> blocks(List<Scored> ordered) {
        List<Block> blocks = new ArrayList<>();
        Block open = new Block(0, 0, 0);
        for (Scored scored : ordered) {
            open = open.and(new Block(scored.score(), scored.yes() ? 1 : 0, 1));
            if (open.count() >= SMALLEST_BLOCK) {
                blocks.add(open);
                open = new Block(0, 0, 0);
            }
        }
        if (open.count() > 0) {
            if (blocks.isEmpty()) {
                blocks.add(open);
            } else {
                blocks.add(blocks.removeLast().and(open));
            }
        }
        return blocks;
    }

    /** Joins neighbours until shares and scores rise. */
    private static List<Block> rising(List<Block> blocks) {
        List<Block> rising = new ArrayList<>();
        for (Block block : blocks) {
            Block next = block;
            while (!rising.isEmpty()
                    && (rising.getLast().share() >= next.share()
                            || rising.getLast().score() >= next.score())) {
                next = rising.removeLast().and(next);
            }
            rising.add(next);
        }
        return rising;
    }
}
